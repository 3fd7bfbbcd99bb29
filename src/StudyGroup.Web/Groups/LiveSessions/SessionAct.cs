namespace StudyGroup.Web.Groups.LiveSessions;

/// <summary>What the one who leads does with a button.</summary>
public enum SessionActKind
{
    Next,
    AddFive,
    Pause,
    GoOn,
    TurnLength,
    HandOver,
    End,
}

/// <summary>A press of such a button.</summary>
public readonly record struct SessionAct(SessionActKind Kind, int Minutes = 0, Guid AccountId = default)
{
    public static SessionAct Next => new(SessionActKind.Next);

    public static SessionAct AddFive => new(SessionActKind.AddFive, Minutes: 5);
}
