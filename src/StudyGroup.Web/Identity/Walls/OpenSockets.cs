using Microsoft.Extensions.Options;

namespace StudyGroup.Web.Identity.Walls;

/// <summary>Who opened a socket: a signed-in account, or a stranger at an address.</summary>
/// <param name="AccountId">Null for a stranger.</param>
/// <param name="Network">Where a stranger comes from.</param>
/// <param name="IsCircuit">Whether it serves a page, and counts against its member's pages.</param>
internal sealed record SocketOwner(Guid? AccountId, string Network, bool IsCircuit);

/// <summary>Counts the WebSockets that are open at this node, so that nobody opens too many. Members count by account and never by address.</summary>
internal sealed class OpenSockets(IOptions<SocketLimitOptions> limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> open = [];

    /// <summary>Counts the socket in; null when its owner has as many as allowed. Dispose the answer when the socket has closed.</summary>
    public IDisposable? TryOpen(SocketOwner owner)
    {
        var (key, limit) = owner switch
        {
            { AccountId: null } => ("address " + owner.Network, limits.Value.AnonymousSocketsPerAddress),
            { IsCircuit: true } => ("pages of " + owner.AccountId, limits.Value.CircuitsPerMember),
            _ => ("programs of " + owner.AccountId, limits.Value.HubConnectionsPerMember),
        };
        lock (gate)
        {
            var count = open.GetValueOrDefault(key);
            if (count >= limit)
                return null;
            open[key] = count + 1;
        }

        return new Place(this, key);
    }

    private void Leave(string key)
    {
        lock (gate)
        {
            if (open[key] == 1)
                open.Remove(key);
            else
                open[key]--;
        }
    }

    private sealed class Place(OpenSockets sockets, string key) : IDisposable
    {
        private bool left;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref left, true))
                sockets.Leave(key);
        }
    }
}
