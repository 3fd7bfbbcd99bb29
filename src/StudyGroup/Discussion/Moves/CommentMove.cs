using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Groups;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Moves;

/// <summary>A moderator put comments of one thread into another. It stays in the first as a pointer, at the place that they had.</summary>
public sealed class CommentMove
{
    public required Guid Id { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid FromThreadId { get; init; }

    public required Guid ToThreadId { get; init; }

    public required Guid ById { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The client's key; a second request with it finds the first answer.</summary>
    public required Guid IdempotencyKey { get; init; }

    /// <summary>Empty where none was given.</summary>
    public required string Reason { get; init; }

    /// <summary>How many comments went, stubs among them.</summary>
    public required int Comments { get; init; }

    /// <summary>Number of the first of them: there stands the pointer.</summary>
    public required long Place { get; init; }

    /// <summary>The comments are back; the pointer is gone.</summary>
    public DateTimeOffset? UndoneAt { get; init; }
}

/// <summary>One of the comments that went with a move.</summary>
public sealed class MovedComment
{
    public required Guid CommentId { get; init; }

    public required Guid MoveId { get; init; }
}

/// <summary>How far a member had read the thread that the comments of a move came from: what they knew there is not new to them elsewhere.</summary>
public sealed class MoveVisit
{
    public required Guid MoveId { get; init; }

    public required Guid AccountId { get; init; }

    public required long Seen { get; init; }
}

internal sealed class CommentMoveConfiguration : IEntityTypeConfiguration<CommentMove>
{
    public void Configure(EntityTypeBuilder<CommentMove> builder)
    {
        builder.ToTable("CommentMoves");
        builder.Property(move => move.Id).ValueGeneratedNever();
        builder.Property(move => move.Reason).HasMaxLength(TextLimits.Reason);
        builder.HasIndex(move => new { move.ById, move.IdempotencyKey }).IsUnique();
        builder.HasIndex(move => move.FromThreadId);
        builder.HasOne<Group>().WithMany().HasForeignKey(move => move.GroupId);
        builder.HasOne<DiscussionThread>().WithMany().HasForeignKey(move => move.FromThreadId);
        builder.HasOne<DiscussionThread>().WithMany().HasForeignKey(move => move.ToThreadId);
        builder.HasOne<Account>().WithMany().HasForeignKey(move => move.ById);
    }
}

internal sealed class MovedCommentConfiguration : IEntityTypeConfiguration<MovedComment>
{
    public void Configure(EntityTypeBuilder<MovedComment> builder)
    {
        builder.ToTable("MovedComments");
        builder.HasKey(moved => new { moved.CommentId, moved.MoveId });
        builder.HasOne<Comment>().WithMany().HasForeignKey(moved => moved.CommentId);
        builder.HasOne<CommentMove>().WithMany().HasForeignKey(moved => moved.MoveId);
    }
}

internal sealed class MoveVisitConfiguration : IEntityTypeConfiguration<MoveVisit>
{
    public void Configure(EntityTypeBuilder<MoveVisit> builder)
    {
        builder.ToTable("MoveVisits");
        builder.HasKey(visit => new { visit.MoveId, visit.AccountId });
        builder.HasOne<CommentMove>().WithMany().HasForeignKey(visit => visit.MoveId);
        builder.HasOne<Account>().WithMany().HasForeignKey(visit => visit.AccountId);
    }
}
