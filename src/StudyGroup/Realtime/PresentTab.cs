using StudyGroup.Shared;

namespace StudyGroup.Realtime;

/// <summary>One tab in one topic. Disposing it leaves.</summary>
public sealed class PresentTab : IDisposable
{
    private readonly Presence presence;
    private readonly Topic topic;
    private readonly Guid streamId;
    private readonly CurrentMember member;
    private readonly string tabId;
    private string? blockKey;

    internal PresentTab(Presence presence, Topic topic, Guid streamId, CurrentMember member, string tabId)
    {
        this.presence = presence;
        this.topic = topic;
        this.streamId = streamId;
        this.member = member;
        this.tabId = tabId;
    }

    /// <summary>The member looks at this block now.</summary>
    public void Move(string key)
    {
        blockKey = key;
        Stay();
    }

    /// <summary>The tab is still open; after an expiry it is back.</summary>
    public void Stay() => Say(LiveNoteKind.Here);

    public void Dispose() => Say(LiveNoteKind.Left);

    private void Say(LiveNoteKind kind) => presence.Say(new LiveNote(kind, topic.ToString(), streamId, member.AccountId, member.Name, tabId, blockKey));
}
