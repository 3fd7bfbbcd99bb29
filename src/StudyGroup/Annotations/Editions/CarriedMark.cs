using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Groups;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Editions;

/// <summary>How a mark came through a change of the text.</summary>
public enum CarryOutcome
{
    /// <summary>It stands on the same words, or nearly the same, where they were.</summary>
    Kept,

    /// <summary>Its words were found at another place.</summary>
    Moved,
    ToReview,
    Orphaned,
}

/// <summary>What somebody made of it.</summary>
public enum CarryDecision
{
    /// <summary>The place that was found is right.</summary>
    Accepted,

    /// <summary>Attached to another passage by hand.</summary>
    Attached,

    /// <summary>The place that was found is wrong.</summary>
    TakenBack,
}

/// <summary>One mark in one carry-over: where it stood, where it was put and why, and what was decided since.</summary>
public sealed class CarriedMark
{
    public required Guid CarryOverId { get; init; }

    public required Guid AnnotationId { get; init; }

    public required Guid GroupId { get; init; }

    public required bool IsPrivate { get; init; }

    public required CarryOutcome Outcome { get; init; }

    public required AnchorMethod Method { get; init; }

    /// <summary>How alike the words are to the quote, from 0 to 1.</summary>
    public required double Score { get; init; }

    public CarryDecision? Decision { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public required AnchorState FromState { get; init; }

    public required string FromStartBlock { get; init; }

    public required int FromStartPosition { get; init; }

    public required int FromStartOffset { get; init; }

    public required string FromEndBlock { get; init; }

    public required int FromEndPosition { get; init; }

    public required int FromEndOffset { get; init; }

    public required AnchorState State { get; init; }

    public required string StartBlock { get; init; }

    public required int StartPosition { get; init; }

    public required int StartOffset { get; init; }

    public required string EndBlock { get; init; }

    public required int EndPosition { get; init; }

    public required int EndOffset { get; init; }

    /// <summary>Where it stood in the edition before.</summary>
    public Standing Before(Guid editionId) => new(editionId, FromState, FromStartBlock, FromStartPosition, FromStartOffset, FromEndBlock, FromEndPosition, FromEndOffset);

    /// <summary>Where the carry-over put it.</summary>
    public Standing Found(Guid editionId) => new(editionId, State, StartBlock, StartPosition, StartOffset, EndBlock, EndPosition, EndOffset);

    public void Decide(CarryDecision? decision, CurrentMember member, DateTimeOffset now) => (Decision, DecidedById, DecidedAt) = (decision, member.AccountId, now);
}

internal sealed class CarriedMarkConfiguration : IEntityTypeConfiguration<CarriedMark>
{
    public void Configure(EntityTypeBuilder<CarriedMark> builder)
    {
        builder.ToTable("CarriedMarks");
        builder.HasKey(mark => new { mark.CarryOverId, mark.AnnotationId });
        builder.HasIndex(mark => new { mark.CarryOverId, mark.GroupId, mark.Outcome, mark.AnnotationId });
        builder.Property(mark => mark.Outcome).HasConversion<string>().HasMaxLength(16);
        builder.Property(mark => mark.Method).HasConversion<string>().HasMaxLength(16);
        builder.Property(mark => mark.Decision).HasConversion<string>().HasMaxLength(16);
        builder.Property(mark => mark.FromState).HasConversion<string>().HasMaxLength(16);
        builder.Property(mark => mark.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(mark => mark.FromStartBlock).HasMaxLength(40);
        builder.Property(mark => mark.FromEndBlock).HasMaxLength(40);
        builder.Property(mark => mark.StartBlock).HasMaxLength(40);
        builder.Property(mark => mark.EndBlock).HasMaxLength(40);
        builder.HasOne<CarryOver>().WithMany().HasForeignKey(mark => mark.CarryOverId);
        builder.HasOne<Annotation>().WithMany().HasForeignKey(mark => mark.AnnotationId);
        builder.HasOne<Group>().WithMany().HasForeignKey(mark => mark.GroupId);
        builder.HasOne<Account>().WithMany().HasForeignKey(mark => mark.DecidedById);
    }
}
