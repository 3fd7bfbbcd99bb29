namespace StudyGroup.Realtime;

/// <summary>The kinds after which rights have to be asked anew: the tail forgets what it knew before it delivers anything later.</summary>
public static class RightsEvents
{
    public const string MembershipChanged = "membership.changed";

    /// <summary>In an account's own stream: a session ended (SubjectId names it, or null for all of them).</summary>
    public const string SessionEnded = "session.ended";
}
