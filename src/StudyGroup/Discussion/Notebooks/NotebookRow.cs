using StudyGroup.Annotations;

namespace StudyGroup.Discussion.Notebooks;

/// <summary>An entry with what puts it in its place.</summary>
internal sealed class NotebookRow
{
    /// <summary>Stands before every text and every member.</summary>
    public const int Nowhere = -1;

    public required Guid Id { get; init; }

    public required Guid? ThreadId { get; init; }

    public required string? ReadingSlug { get; init; }

    public required string? ReadingTitle { get; init; }

    public required Guid AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required AnnotationKind? Kind { get; init; }

    public required bool IsPrivate { get; init; }

    public required bool IsReply { get; init; }

    public required bool IsGone { get; init; }

    public required string? ThreadTitle { get; init; }

    public required string? Quote { get; init; }

    public required string? Block { get; init; }

    public required int? Paragraph { get; init; }

    public required string? Html { get; init; }

    /// <summary>Place of the reading on the shelf.</summary>
    public required int Shelf { get; init; }

    /// <summary>Place of the mark's first block in the text.</summary>
    public required int Position { get; init; }

    public required int Offset { get; init; }

    /// <summary>The mark, or the thread that hangs on none: what belongs together stays together.</summary>
    public required Guid Root { get; init; }

    /// <summary>Orders what belongs together. Group and private entries are numbered in different streams: between those only the times can be compared.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    public NotebookEntry ToEntry() =>
        new(Id, ThreadId, AuthorId, AuthorName, Kind, IsPrivate, IsReply, ReadingSlug, ReadingTitle, ThreadTitle, Quote, Block, Paragraph, At, Html);
}
