using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;

namespace StudyGroup.Discussion;

/// <summary>A mark as the page paints it: where, of what kind, whose. One that is not known to stand there ends where it starts, so that nothing is painted.</summary>
public sealed record MarkView(
    Guid Id, Guid EditionId, AnnotationKind Kind, bool IsPrivate, Guid AuthorId, string StartBlock, int StartOffset, int StartPosition, string EndBlock, int EndOffset, int EndPosition)
{
    public AnchorState State { get; init; }

    /// <summary>How many comments its thread shows; only the list of all marks of a text says it, a card says it itself.</summary>
    public int Comments { get; init; }
}

/// <summary>Who reacted to a comment, and how.</summary>
public sealed record ReactionView(ReactionKind Kind, Guid AccountId, string Name);

/// <summary>A comment as every viewer gets it. The words are null when it is deleted or hidden, and then it has no reactions either; the comment on a card comes without them.</summary>
public sealed record CommentView(
    Guid Id,
    Guid ThreadId,
    Guid? ParentId,
    Guid AuthorId,
    string AuthorName,
    string? Html,
    int Version,
    long Sequence,
    DateTimeOffset PostedAt,
    DateTimeOffset? EditedAt,
    bool IsDeleted,
    string? HiddenReason,
    IReadOnlyList<ReactionView> Reactions)
{
    /// <summary>Whom it answers, where what it answers is in another thread.</summary>
    public string? AnswersName { get; init; }

    /// <summary>Whom it answers in its own thread. The page needs it where that is not among what it holds.</summary>
    public string? ParentName { get; init; }

    /// <summary>For who does not see it yet.</summary>
    internal CommentView WithoutWords() => this with { Html = null, HiddenReason = null, Reactions = [] };
}

/// <summary>What its author typed, and the version that an edit of it has to name.</summary>
public sealed record CommentSource(string Markdown, int Version);

/// <summary>What became of a thread: the answer that was accepted, and who resolved it, or opened it again, and why.</summary>
public sealed record ThreadStanding(Guid? AcceptedCommentId, string? AcceptedByName, bool IsResolved, string? SettledByName, DateTimeOffset? SettledAt, string? SettledReason)
{
    /// <summary>For who does not see yet what is said.</summary>
    internal ThreadStanding WithoutWords() => this with { SettledReason = null };
}

/// <summary>Who closed a thread, when and why.</summary>
public sealed record ThreadLock(string ByName, DateTimeOffset At, string Reason)
{
    /// <summary>For who does not see yet what is said.</summary>
    internal ThreadLock WithoutWords() => this with { Reason = "" };
}

/// <summary>A thread as a card in the margin: its mark, its first comment, and how many there are.</summary>
public sealed record ThreadCard(
    Guid? ThreadId,
    MarkView? Mark,
    string? Quote,
    bool IsQuestion,
    bool IsPrivate,
    bool IsLocked,
    Guid StartedById,
    string StartedByName,
    DateTimeOffset StartedAt,
    long LastSequence,
    int Comments,
    CommentView? First,
    ThreadStanding? Standing)
{
    /// <summary>Until when it stands first, also when that is over; null where nobody pinned it.</summary>
    public DateTimeOffset? PinnedUntil { get; init; }

    /// <summary>For who does not see yet what is said.</summary>
    internal ThreadCard WithoutWords() => this with { First = First?.WithoutWords(), Standing = Standing?.WithoutWords() };
}
