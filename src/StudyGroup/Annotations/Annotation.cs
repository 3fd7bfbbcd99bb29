using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Annotations;

/// <summary>What a mark says about its words.</summary>
public enum AnnotationKind
{
    Highlight,
    Comment,
    Question,

    /// <summary>One end of a <see cref="Links.PassageLink"/>.</summary>
    Link,
}

/// <summary>
/// A mark on a passage by a member, for the group or for the author alone. It stores its selectors (passage, quote, and the words on each side)
/// so that the place can be found again in a later edition.
/// </summary>
public sealed class Annotation
{
    /// <summary>How many code units of context are kept on each side of the quote.</summary>
    public const int ContextLength = 32;

    public required Guid Id { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid ReadingId { get; init; }

    /// <summary>The edition that it stands in, which is the reading's current one.</summary>
    public required Guid EditionId { get; set; }

    public required Guid AuthorId { get; init; }

    public required AnnotationKind Kind { get; init; }

    /// <summary>For the author's eyes only.</summary>
    public required bool IsPrivate { get; init; }

    public required string StartBlock { get; set; }

    public required int StartPosition { get; set; }

    public required int StartOffset { get; set; }

    public required string EndBlock { get; set; }

    public required int EndPosition { get; set; }

    public required int EndOffset { get; set; }

    /// <summary>Whether its words are known to stand there.</summary>
    public AnchorState State { get; set; }

    /// <summary>The words as they were when they were marked, whatever later editions say; blocks are joined by a line break.</summary>
    public required string Quote { get; init; }

    public required string Prefix { get; init; }

    public required string Suffix { get; init; }

    /// <summary>The number of the event that added it: the group's, or for a private one the author's own.</summary>
    public required long Sequence { get; init; }

    /// <summary>The client's key; a second request with it finds the first answer.</summary>
    public required Guid IdempotencyKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    public Standing Standing() => new(EditionId, State, StartBlock, StartPosition, StartOffset, EndBlock, EndPosition, EndOffset);

    /// <summary>Puts the mark at another place, in the same edition or another one. What was marked, and what was said about it, stays.</summary>
    public void Stand(Standing place)
    {
        EditionId = place.EditionId;
        State = place.State;
        (StartBlock, StartPosition, StartOffset) = (place.StartBlock, place.StartPosition, place.StartOffset);
        (EndBlock, EndPosition, EndOffset) = (place.EndBlock, place.EndPosition, place.EndOffset);
    }
}

internal sealed class AnnotationConfiguration : IEntityTypeConfiguration<Annotation>
{
    public void Configure(EntityTypeBuilder<Annotation> builder)
    {
        builder.ToTable("Annotations");
        builder.Property(annotation => annotation.Id).ValueGeneratedNever();
        builder.Property(annotation => annotation.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(annotation => annotation.StartBlock).HasMaxLength(40);
        builder.Property(annotation => annotation.EndBlock).HasMaxLength(40);
        builder.Property(annotation => annotation.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(annotation => annotation.Quote).HasMaxLength(TextLimits.Quote);
        builder.Property(annotation => annotation.Prefix).HasMaxLength(Annotation.ContextLength);
        builder.Property(annotation => annotation.Suffix).HasMaxLength(Annotation.ContextLength);
        builder.HasIndex(annotation => new { annotation.AuthorId, annotation.IdempotencyKey }).IsUnique();
        builder.HasIndex(annotation => new { annotation.GroupId, annotation.ReadingId, annotation.StartPosition, annotation.StartOffset });
        builder.HasOne<Group>().WithMany().HasForeignKey(annotation => annotation.GroupId);
        builder.HasOne<Reading>().WithMany().HasForeignKey(annotation => annotation.ReadingId);
        builder.HasOne<Edition>().WithMany().HasForeignKey(annotation => annotation.EditionId);
        builder.HasOne<Account>().WithMany().HasForeignKey(annotation => annotation.AuthorId);
    }
}
