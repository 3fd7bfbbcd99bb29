using Microsoft.Extensions.Options;

namespace StudyGroup.Web.Identity.Walls;

/// <summary>The keys under <c>Limits</c> that hold for connections and requests.</summary>
internal sealed class SocketLimitOptions
{
    /// <summary>Pages with a living part that one member may have open.</summary>
    public int CircuitsPerMember { get; set; } = 20;

    /// <summary>How long the server keeps the state of a page whose line is lost, in seconds; who comes back later loads the page again.</summary>
    public int LostCircuitSeconds { get; set; } = 180;

    /// <summary>Connections to the hub that one member's programs may have open.</summary>
    public int HubConnectionsPerMember { get; set; } = 1000;

    /// <summary>Sockets of people who are not signed in, from one address.</summary>
    public int AnonymousSocketsPerAddress { get; set; } = 50;

    /// <summary>The largest body of a request that says nothing else about itself, in bytes.</summary>
    public long RequestBytes { get; set; } = 1024 * 1024;
}

internal sealed class ValidateSocketLimitOptions : IValidateOptions<SocketLimitOptions>
{
    public ValidateOptionsResult Validate(string? name, SocketLimitOptions options)
    {
        var wrong = new (string Key, long Value)[]
        {
            (nameof(options.CircuitsPerMember), options.CircuitsPerMember),
            (nameof(options.LostCircuitSeconds), options.LostCircuitSeconds),
            (nameof(options.HubConnectionsPerMember), options.HubConnectionsPerMember),
            (nameof(options.AnonymousSocketsPerAddress), options.AnonymousSocketsPerAddress),
            (nameof(options.RequestBytes), options.RequestBytes),
        }.Where(limit => limit.Value < 1).Select(limit => $"Limits:{limit.Key} is {limit.Value}; it must be at least 1.").ToArray();
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
