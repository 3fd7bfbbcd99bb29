namespace StudyGroup.Groups.LiveSessions;

/// <summary>What one member did in a live session: whether their hand is up, and how often they had the word.</summary>
public sealed class Hand
{
    public required Guid SessionId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Number of the event that told of it, by which hands stand in order; null while it is down.</summary>
    public long? RaisedAs { get; private set; }

    public int Spoken { get; private set; }

    internal void Raise(long sequence) => RaisedAs = sequence;

    internal bool Lower()
    {
        var wasUp = RaisedAs is not null;
        RaisedAs = null;
        return wasUp;
    }

    internal void Speak()
    {
        RaisedAs = null;
        Spoken++;
    }
}
