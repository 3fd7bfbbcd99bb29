namespace StudyGroup.Realtime;

/// <summary>The channels on which nodes over one PostgreSQL database tell each other. What is said there may be lost: the events are in the log, presence is renewed.</summary>
internal static class PostgresChannels
{
    /// <summary>The id of a stream that has a new event.</summary>
    public const string Events = "studygroup";

    /// <summary>Who is present and who is typing, as <see cref="LiveMessage"/>.</summary>
    public const string Live = "studygroup_live";
}
