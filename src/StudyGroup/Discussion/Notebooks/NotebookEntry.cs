using StudyGroup.Annotations;

namespace StudyGroup.Discussion.Notebooks;

/// <summary>In what order a notebook is read.</summary>
public enum NotebookOrder
{
    /// <summary>As the shelf and its texts go; what hangs on no passage first.</summary>
    Text,

    /// <summary>Newest first.</summary>
    Time,

    /// <summary>One member after the other, in the order in which they joined.</summary>
    Person,
}

/// <summary>One thing that somebody left: a comment, or a mark without one.</summary>
/// <param name="Id">The comment's, or the mark's.</param>
/// <param name="Kind">Of the mark; null where none is.</param>
/// <param name="Block">Key of the block where the mark starts.</param>
/// <param name="Html">The comment; null for a mark alone.</param>
public sealed record NotebookEntry(
    Guid Id,
    Guid? ThreadId,
    Guid AuthorId,
    string AuthorName,
    AnnotationKind? Kind,
    bool IsPrivate,
    bool IsReply,
    string? ReadingSlug,
    string? ReadingTitle,
    string? ThreadTitle,
    string? Quote,
    string? Block,
    int? Paragraph,
    DateTimeOffset At,
    string? Html);

/// <summary>Which notebook of a group, and how it is read.</summary>
/// <param name="ReadingId">Only what hangs on this reading.</param>
/// <param name="PersonId">Only what this person left.</param>
/// <param name="AfterId">Only what comes behind this entry; one that is not there (any more) begins at the start.</param>
/// <param name="Tag">Only comments with the tag of this key.</param>
public sealed record NotebookRequest(Guid GroupId, Guid? ReadingId = null, Guid? PersonId = null, NotebookOrder Order = NotebookOrder.Text, Guid? AfterId = null, string? Tag = null);
