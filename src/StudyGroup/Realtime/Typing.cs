using StudyGroup.Shared;

namespace StudyGroup.Realtime;

/// <summary>Who is typing in a topic now, on all nodes. Kept in memory only; it ends by itself six seconds after the last key.</summary>
public sealed class Typing
{
    private const int MostShown = 50;
    private static readonly TimeSpan Expiry = TimeSpan.FromSeconds(6);

    private readonly Lock gate = new();
    private readonly Dictionary<Topic, Desk> desks = [];
    private readonly TimeProvider time;
    private readonly LiveNotes notes;

    internal Typing(TimeProvider time, LiveNotes notes)
    {
        this.time = time;
        this.notes = notes;
    }

    /// <summary>The member typed. Enough once every three seconds; watchers are told each time, at most once a second for a topic.</summary>
    public void Typed(Topic topic, Guid streamId, CurrentMember member) => Say(LiveNoteKind.Typing, topic, streamId, member);

    /// <summary>The member posted or gave up.</summary>
    public void Stopped(Topic topic, Guid streamId, CurrentMember member) => Say(LiveNoteKind.StoppedTyping, topic, streamId, member);

    /// <summary>Who is typing now, without the one who asks.</summary>
    public IReadOnlyList<TypingMember> In(Topic topic, Guid askingAccountId)
    {
        lock (gate)
            return desks.TryGetValue(topic, out var desk) ? [.. Members(desk).Where(member => member.AccountId != askingAccountId)] : [];
    }

    internal void Hear(Topic topic, LiveNote note)
    {
        lock (gate)
        {
            if (!desks.TryGetValue(topic, out var desk))
                desks[topic] = desk = new Desk(note.StreamId);
            if (note.Kind == LiveNoteKind.Typing)
                desk.Typists[note.AccountId] = (note.Name, time.GetTimestamp());
            else if (!desk.Typists.Remove(note.AccountId))
                return;
            desk.Changed = true;
        }
    }

    internal IReadOnlyList<TypingSnapshot> TakeChanged()
    {
        lock (gate)
        {
            List<TypingSnapshot> changed = [];
            foreach (var (topic, desk) in desks)
            {
                var members = Members(desk);
                if (desk.Changed)
                    changed.Add(new TypingSnapshot(topic, desk.StreamId, members));
                desk.Changed = false;
                if (desk.Typists.Count == 0)
                    desks.Remove(topic);
            }

            return changed;
        }
    }

    private List<TypingMember> Members(Desk desk)
    {
        foreach (var (accountId, (_, at)) in desk.Typists)
        {
            if (time.GetElapsedTime(at) >= Expiry)
                desk.Changed |= desk.Typists.Remove(accountId);
        }

        return [.. desk.Typists.OrderByDescending(pair => pair.Value.At).Take(MostShown).Select(pair => new TypingMember(pair.Key, pair.Value.Name))];
    }

    private void Say(LiveNoteKind kind, Topic topic, Guid streamId, CurrentMember member)
    {
        var note = new LiveNote(kind, topic.ToString(), streamId, member.AccountId, member.Name, TabId: "", BlockKey: null);
        Hear(topic, note);
        notes.Say(note);
    }

    private sealed class Desk(Guid streamId)
    {
        public Guid StreamId => streamId;

        public Dictionary<Guid, (string Name, long At)> Typists { get; } = [];

        public bool Changed { get; set; }
    }
}
