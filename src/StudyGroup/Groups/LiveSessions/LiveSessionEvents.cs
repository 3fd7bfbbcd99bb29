namespace StudyGroup.Groups.LiveSessions;

/// <summary>The kinds of events that a live session appends to its group's stream. Subject: the session; each shows it as it stands now.</summary>
public static class LiveSessionEvents
{
    public const string Started = "session.started";

    /// <summary>Everybody is led to another paragraph.</summary>
    public const string Moved = "session.moved";

    /// <summary>A hand went up or down.</summary>
    public const string HandsChanged = "session.hands";

    /// <summary>Somebody else has the word, or nobody, or a turn got longer, stands still or goes on.</summary>
    public const string TurnChanged = "session.turn";

    /// <summary>Somebody else leads.</summary>
    public const string FacilitatorChanged = "session.led";

    public const string Closed = "session.closed";

    public static bool Has(string kind) => kind is Started or Moved or HandsChanged or TurnChanged or FacilitatorChanged or Closed;
}
