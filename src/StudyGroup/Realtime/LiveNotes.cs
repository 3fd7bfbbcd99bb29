using System.Text.Json.Serialization;

namespace StudyGroup.Realtime;

internal enum LiveNoteKind
{
    Here,
    Left,
    Typing,
    StoppedTyping,
}

/// <summary>What one tab does now, told to the other nodes. A lost one is made good by the next renewal or by expiry.</summary>
internal sealed record LiveNote(
    [property: JsonPropertyName("k")] LiveNoteKind Kind,
    [property: JsonPropertyName("t")] string TopicText,
    [property: JsonPropertyName("s")] Guid StreamId,
    [property: JsonPropertyName("a")] Guid AccountId,
    [property: JsonPropertyName("n")] string Name,
    [property: JsonPropertyName("b")] string TabId,
    [property: JsonPropertyName("p")] string? BlockKey);

/// <summary>The notes of this node that no other node was told yet: the newest of each tab.</summary>
internal sealed class LiveNotes
{
    private readonly Lock gate = new();
    private Dictionary<(string Topic, Guid Account, string Tab, bool IsTyping), LiveNote> untold = [];

    public void Say(LiveNote note)
    {
        lock (gate)
            untold[(note.TopicText, note.AccountId, note.TabId, note.Kind is LiveNoteKind.Typing or LiveNoteKind.StoppedTyping)] = note;
    }

    public IReadOnlyCollection<LiveNote> Take()
    {
        lock (gate)
        {
            var taken = untold;
            untold = [];
            return taken.Values;
        }
    }
}
