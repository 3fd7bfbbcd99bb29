using StudyGroup.Annotations;

namespace StudyGroup.Discussion;

/// <summary>Where a first comment belongs: a passage, a whole reading (no passage), or group talk (no reading).</summary>
public sealed record CommentTarget(Guid GroupId)
{
    public Guid? ReadingId { get; init; }

    public AnnotationKind Kind { get; init; } = AnnotationKind.Comment;

    public string? Title { get; init; }

    public Passage? Passage { get; init; }

    /// <summary>A note to oneself.</summary>
    public bool IsPrivate { get; init; }
}

/// <summary>
/// Says something: in a thread, or as the first comment on a target. <paramref name="Key"/> is a UUID of the client; a retried request under it
/// finds the first answer, and a second text under it is ignored.
/// </summary>
public sealed record PostComment(Guid Key, string Markdown)
{
    public Guid? ThreadId { get; init; }

    public CommentTarget? Target { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>The draft that becomes this comment; it is emptied in the same transaction.</summary>
    public string? DraftKey { get; init; }

    /// <summary>The page's count at the moment of sending: saves of the draft up to it are of this text or older, and none of them comes back.</summary>
    public long? DraftSequence { get; init; }
}

/// <summary>The answer once the rows are durable. <paramref name="Sequence"/> is the number in the group's stream, or in the author's own for a private note.</summary>
public sealed record PostedComment(Guid Id, Guid ThreadId, long Sequence);
