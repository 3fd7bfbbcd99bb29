using Microsoft.Extensions.Options;

namespace StudyGroup.Web.Identity.Walls;

/// <summary>Who opened a socket: a signed-in account with its session or access token, or a stranger at an address.</summary>
/// <param name="AccountId">Null for a stranger.</param>
/// <param name="HolderId">The session or access token.</param>
/// <param name="Network">Where a stranger comes from.</param>
/// <param name="IsCircuit">Whether it serves a page, and counts against its member's pages.</param>
internal sealed record SocketOwner(Guid? AccountId, Guid? HolderId, string Network, bool IsCircuit);

/// <summary>Every WebSocket that is open at this node, so that each can be closed when the session behind it ends, and nobody opens too many.</summary>
internal sealed class OpenSockets(IOptions<SocketLimitOptions> limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, HashSet<Entry>> members = [];
    private readonly Dictionary<string, int> strangers = [];

    /// <summary>Counts the socket in; null when its owner has as many as allowed. Dispose the answer when the socket has closed.</summary>
    public IDisposable? TryOpen(SocketOwner owner, Action abort)
    {
        var entry = new Entry(this, owner, abort);
        lock (gate)
            return (owner.AccountId is { } account ? TryAdd(account, entry) : TryCount(owner.Network)) ? entry : null;
    }

    /// <summary>Breaks the account's sockets, or those of one session or access token.</summary>
    /// <returns>How many there were.</returns>
    public int Close(Guid accountId, Guid? holderId)
    {
        Entry[] closing;
        lock (gate)
            closing = members.TryGetValue(accountId, out var open) ? [.. open.Where(entry => holderId is null || entry.Owner.HolderId == holderId)] : [];

        // Outside of the lock: what an abort runs into is not ours.
        foreach (var entry in closing)
            entry.Abort();
        return closing.Length;
    }

    private bool TryAdd(Guid account, Entry entry)
    {
        if (!members.TryGetValue(account, out var open))
            members[account] = open = [];
        if (entry.Owner.IsCircuit && open.Count(other => other.Owner.IsCircuit) >= limits.Value.CircuitsPerMember)
            return false;
        return open.Add(entry);
    }

    private bool TryCount(string network)
    {
        var open = strangers.GetValueOrDefault(network);
        if (open >= limits.Value.AnonymousSocketsPerAddress)
            return false;
        strangers[network] = open + 1;
        return true;
    }

    private void Remove(Entry entry)
    {
        lock (gate)
        {
            if (entry.Owner.AccountId is not { } account)
                Uncount(entry.Owner.Network);
            else if (members.TryGetValue(account, out var open) && open.Remove(entry) && open.Count == 0)
                members.Remove(account);
        }
    }

    private void Uncount(string network)
    {
        if (strangers.GetValueOrDefault(network) is > 1 and var open)
            strangers[network] = open - 1;
        else
            strangers.Remove(network);
    }

    private sealed class Entry(OpenSockets sockets, SocketOwner owner, Action abort) : IDisposable
    {
        private bool closed;

        public SocketOwner Owner => owner;

        public void Abort() => abort();

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref closed, true))
                sockets.Remove(this);
        }
    }
}
