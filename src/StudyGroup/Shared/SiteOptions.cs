using System.Net;
using Microsoft.Extensions.Options;

namespace StudyGroup.Shared;

/// <summary>The keys under <c>Site</c>: where people find this installation, and which machines in front of it are believed.</summary>
public sealed class SiteOptions
{
    /// <summary>Scheme, host and port that people use. Unset means an installation on one's own machine, reached as localhost.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of the reverse proxies whose forwarded headers count.</summary>
    public IReadOnlyList<string> KnownProxies { get; set; } = [];
}

internal sealed class ValidateSiteOptions : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options)
    {
        var wrong = new List<string>();
        if (options.PublicUrl is { } url && !IsOrigin(url))
            wrong.Add($"Site:PublicUrl is \"{url}\"; it must be an http or https address without path, such as https://reading.example.org.");
        foreach (var proxy in options.KnownProxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)))
            wrong.Add($"Site:KnownProxies holds \"{proxy}\"; it must be an address or a network, such as 10.0.0.5 or 10.0.0.0/8.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
}
