using StudyGroup.Annotations.Anchoring;
using StudyGroup.Annotations.Links;

namespace StudyGroup.Discussion.Links;

/// <summary>A link as it is seen from one of its marks.</summary>
/// <param name="MarkId">The mark that it is seen from.</param>
/// <param name="IsFrom">Whether that mark is the one that answers or develops, and not the one that is answered or developed.</param>
/// <param name="Note">Null where nothing was written, and where it waits for the reader's own note.</param>
/// <param name="NoteWaits">Whether it waits.</param>
/// <param name="Other">The passage at the other end; null when it cannot be shown any more.</param>
public sealed record LinkView(
    Guid Id, Guid MarkId, LinkKind Kind, bool IsFrom, bool IsPrivate, Guid AuthorId, string AuthorName, string? Note, bool NoteWaits, LinkedPassage? Other);

/// <summary>The passage that a link leads to.</summary>
/// <param name="Number">¶ number of its first block; null where that has none.</param>
/// <param name="Quote">The words that were marked, or their beginning.</param>
/// <param name="State">Whether they are known to be there.</param>
public sealed record LinkedPassage(Guid MarkId, Guid ReadingId, string ReadingSlug, string ReadingTitle, string Block, int? Number, string Quote, AnchorState State);
