namespace StudyGroup.Realtime;

/// <summary>The tabs in one topic. Guarded by its owner's lock.</summary>
internal sealed class PresenceRoom(Guid streamId)
{
    private static readonly TimeSpan Expiry = TimeSpan.FromSeconds(60);

    // A snapshot of n members goes to about n pages: beyond a hundred members it goes out more rarely instead of growing with the square.
    private static readonly TimeSpan PausePerMember = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<(Guid AccountId, string TabId), Tab> tabs = [];
    private IReadOnlyList<PresentMember> shown = [];
    private long? shownAt;

    public Guid StreamId => streamId;

    /// <summary>Nobody is left, and everybody was told.</summary>
    public bool IsOver => tabs.Count == 0 && shown.Count == 0;

    public void Keep(LiveNote note, long now)
    {
        var key = (note.AccountId, note.TabId);
        var movedAt = tabs.TryGetValue(key, out var known) && known.BlockKey == note.BlockKey ? known.MovedAt : now;
        tabs[key] = new Tab(note.Name, note.BlockKey, movedAt, now);
    }

    public void Remove(Guid accountId, string? tabId)
    {
        foreach (var key in tabs.Keys.Where(key => key.AccountId == accountId && (tabId is null || key.TabId == tabId)).ToArray())
            tabs.Remove(key);
    }

    public IReadOnlyList<PresentMember> Members(TimeProvider time)
    {
        foreach (var (key, tab) in tabs)
        {
            if (time.GetElapsedTime(tab.SeenAt) >= Expiry)
                tabs.Remove(key);
        }

        return
        [
            .. tabs.GroupBy(pair => pair.Key.AccountId, pair => pair.Value)
                .Select(own => (own.Key, Tab: own.MaxBy(tab => (tab.BlockKey is not null, tab.MovedAt))))
                .Select(own => new PresentMember(own.Key, own.Tab.Name, own.Tab.BlockKey))
                .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(member => member.AccountId),
        ];
    }

    /// <summary>The members, when they are not the ones that were shown last and it is time to show them.</summary>
    public IReadOnlyList<PresentMember>? TakeChange(TimeProvider time)
    {
        var members = Members(time);
        if (members.SequenceEqual(shown) || (shownAt is { } last && time.GetElapsedTime(last) < PausePerMember * members.Count))
            return null;

        shown = members;
        shownAt = time.GetTimestamp();
        return members;
    }

    private readonly record struct Tab(string Name, string? BlockKey, long MovedAt, long SeenAt);
}
