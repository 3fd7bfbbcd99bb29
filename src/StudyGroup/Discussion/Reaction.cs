using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>What one may say to a comment without words. Neither is a vote: nothing is ordered by them, and nobody is sent word of them.</summary>
public enum ReactionKind
{
    Helpful,

    /// <summary>The reader is not sure that it is so.</summary>
    Unsure,
}

/// <summary>A member's reaction to a comment; at most one of each kind.</summary>
public sealed class Reaction
{
    public required Guid CommentId { get; init; }

    public required Guid AccountId { get; init; }

    public required ReactionKind Kind { get; init; }

    /// <summary>Number of the event that added it; those of a comment are listed by it.</summary>
    public required long Sequence { get; init; }
}

internal sealed class ReactionConfiguration : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> builder)
    {
        builder.ToTable("Reactions");
        builder.HasKey(reaction => new { reaction.CommentId, reaction.AccountId, reaction.Kind });
        builder.Property(reaction => reaction.Kind).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Comment>().WithMany().HasForeignKey(reaction => reaction.CommentId);
        builder.HasOne<Account>().WithMany().HasForeignKey(reaction => reaction.AccountId);
    }
}
