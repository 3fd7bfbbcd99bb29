using StudyGroup.Shared;

namespace StudyGroup.Realtime;

/// <summary>Who has a topic open now, on all nodes. Kept in memory only; a tab that is not heard of for a minute is gone.</summary>
public sealed class Presence
{
    private readonly Lock gate = new();
    private readonly Dictionary<Topic, PresenceRoom> rooms = [];
    private readonly TimeProvider time;
    private readonly LiveNotes notes;

    internal Presence(TimeProvider time, LiveNotes notes)
    {
        this.time = time;
        this.notes = notes;
    }

    /// <summary>A tab opens a topic that its member may see. The tab must <see cref="PresentTab.Stay"/> or move at least every 30 seconds, and is disposed to leave.</summary>
    /// <param name="topic">What is open.</param>
    /// <param name="streamId">The stream that the topic belongs to.</param>
    /// <param name="member">Who has it open.</param>
    /// <param name="tabId">Names the circuit or connection; several of one member count once.</param>
    public PresentTab Enter(Topic topic, Guid streamId, CurrentMember member, string tabId)
    {
        var tab = new PresentTab(this, topic, streamId, member, tabId);
        tab.Stay();
        return tab;
    }

    /// <summary>Who is there now; for a page that opens, changes come with its subscription.</summary>
    public IReadOnlyList<PresentMember> In(Topic topic)
    {
        lock (gate)
            return rooms.TryGetValue(topic, out var room) ? room.Members(time) : [];
    }

    internal void Say(LiveNote note)
    {
        if (Topic.TryParse(note.TopicText, out var topic))
            Hear(topic, note);
        notes.Say(note);
    }

    internal void Hear(Topic topic, LiveNote note)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(topic, out var room))
                rooms[topic] = room = new PresenceRoom(note.StreamId);
            if (note.Kind == LiveNoteKind.Here)
                room.Keep(note, time.GetTimestamp());
            else
                room.Remove(note.AccountId, note.TabId);
        }
    }

    /// <summary>The rooms whose members changed and whose turn it is.</summary>
    internal IReadOnlyList<PresenceSnapshot> TakeChanged()
    {
        lock (gate)
        {
            List<PresenceSnapshot> changed = [];
            foreach (var (topic, room) in rooms)
            {
                if (room.TakeChange(time) is { } members)
                    changed.Add(new PresenceSnapshot(topic, room.StreamId, members));
                if (room.IsOver)
                    rooms.Remove(topic);
            }

            return changed;
        }
    }

    /// <summary>A member who lost the right to see the topic is not shown in it, whatever their tabs say.</summary>
    internal void Expel(Topic topic, Guid accountId)
    {
        lock (gate)
        {
            if (rooms.TryGetValue(topic, out var room))
                room.Remove(accountId, tabId: null);
        }
    }
}
