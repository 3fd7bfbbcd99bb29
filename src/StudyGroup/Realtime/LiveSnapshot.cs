namespace StudyGroup.Realtime;

/// <summary>Something that is true now and is kept nowhere: only the newest one of a topic matters.</summary>
public abstract record LiveSnapshot(Topic Topic, Guid StreamId);

/// <summary>Who is in a topic, by name.</summary>
public sealed record PresenceSnapshot(Topic Topic, Guid StreamId, IReadOnlyList<PresentMember> Members) : LiveSnapshot(Topic, StreamId);

/// <summary>A member who has a topic open, in one tab or several, and the block they looked at last.</summary>
public sealed record PresentMember(Guid AccountId, string Name, string? BlockKey);

/// <summary>Who is typing in a topic, who began last first.</summary>
public sealed record TypingSnapshot(Topic Topic, Guid StreamId, IReadOnlyList<TypingMember> Members) : LiveSnapshot(Topic, StreamId);

/// <summary>A member who is typing.</summary>
public sealed record TypingMember(Guid AccountId, string Name);
