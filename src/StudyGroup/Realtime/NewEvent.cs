namespace StudyGroup.Realtime;

/// <summary>What a handler tells the event log; the log adds stream, number and time.</summary>
public sealed record NewEvent(string Kind, Guid? ActorId)
{
    public Guid? ReadingId { get; init; }

    public Guid? ThreadId { get; init; }

    public Guid? SubjectId { get; init; }
}
