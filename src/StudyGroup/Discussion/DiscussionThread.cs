using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Annotations;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Comments that belong together. It starts from an annotation, from a reading as a whole, or from nothing (group talk).</summary>
public sealed class DiscussionThread
{
    public required Guid Id { get; init; }

    public required Guid GroupId { get; init; }

    public Guid? ReadingId { get; init; }

    public Guid? AnnotationId { get; init; }

    public required Guid StartedById { get; init; }

    /// <summary>A note to oneself: for the eyes of who started it only.</summary>
    public required bool IsPrivate { get; init; }

    public required bool IsQuestion { get; init; }

    public string? Title { get; init; }

    /// <summary>Number of the comment that opens it: its oldest, unless older ones were moved in. 0 where all were moved out.</summary>
    public long FirstSequence { get; private set; }

    /// <summary>Number of its newest comment; lists order by it. 0 where all were moved out.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Comments that are neither deleted nor hidden.</summary>
    public int CommentCount { get; private set; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastAt { get; private set; }

    /// <summary>Since when nothing can be added; null while it is open.</summary>
    public DateTimeOffset? LockedAt { get; private set; }

    public Guid? LockedById { get; private set; }

    public string? LockedReason { get; private set; }

    public DateTimeOffset? PinnedAt { get; private set; }

    /// <summary>It stands first in lists before this moment, and by itself no longer after it.</summary>
    public DateTimeOffset? PinnedUntil { get; private set; }

    public Guid? PinnedById { get; private set; }

    /// <summary>The comment that answers the question. No foreign key: the two tables would each need the other first.</summary>
    public Guid? AcceptedCommentId { get; private set; }

    public Guid? AcceptedById { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public bool IsResolved { get; private set; }

    /// <summary>Who resolved it, or opened it again, whichever was last.</summary>
    public Guid? SettledById { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public string? SettledReason { get; private set; }

    public void Posted(long sequence, DateTimeOffset now)
    {
        if (FirstSequence == 0)
            FirstSequence = sequence;
        LastSequence = sequence;
        LastAt = now;
        CommentCount++;
    }

    /// <summary>A comment is deleted or hidden. It answers the question no longer, also when it comes back.</summary>
    public void CommentGone(Guid commentId)
    {
        CommentCount--;
        if (AcceptedCommentId == commentId)
            Withdraw();
    }

    public void CommentBack() => CommentCount++;

    /// <summary>Comments came from another thread or went to one: what it says of them is counted anew. Nothing that was moved out is its answer.</summary>
    /// <param name="first">Number of the comment that opens it now.</param>
    /// <param name="last">Number of the newest.</param>
    /// <param name="lastAt">When that was posted.</param>
    /// <param name="shown">How many are neither deleted nor hidden.</param>
    public void Recount(long first, long last, DateTimeOffset lastAt, int shown) =>
        (FirstSequence, LastSequence, LastAt, CommentCount) = (first, last, lastAt, shown);

    /// <returns>False when it is accepted already.</returns>
    public bool Accept(Guid commentId, Guid byId, DateTimeOffset now)
    {
        if (AcceptedCommentId == commentId)
            return false;
        (AcceptedCommentId, AcceptedById, AcceptedAt) = (commentId, byId, now);
        return true;
    }

    /// <returns>False when nothing was accepted.</returns>
    public bool Withdraw()
    {
        if (AcceptedCommentId is null)
            return false;
        (AcceptedCommentId, AcceptedById, AcceptedAt) = (null, null, null);
        return true;
    }

    /// <returns>False when it is resolved already.</returns>
    public bool Resolve(string reason, Guid byId, DateTimeOffset now) => Settle(isResolved: true, reason, byId, now);

    /// <returns>False when it is open.</returns>
    public bool Reopen(string reason, Guid byId, DateTimeOffset now) => Settle(isResolved: false, reason, byId, now);

    /// <returns>False when it is locked already.</returns>
    public bool Lock(string reason, Guid byId, DateTimeOffset now)
    {
        if (LockedAt is not null)
            return false;
        (LockedAt, LockedById, LockedReason) = (now, byId, reason);
        return true;
    }

    /// <returns>False when it is open.</returns>
    public bool Unlock()
    {
        if (LockedAt is null)
            return false;
        (LockedAt, LockedById, LockedReason) = (null, null, null);
        return true;
    }

    public void Pin(DateTimeOffset until, Guid byId, DateTimeOffset now) => (PinnedAt, PinnedUntil, PinnedById) = (now, until, byId);

    /// <returns>False when it is not pinned now.</returns>
    public bool Unpin(DateTimeOffset now)
    {
        if (PinnedUntil is not { } until || until <= now)
            return false;
        (PinnedAt, PinnedUntil, PinnedById) = (null, null, null);
        return true;
    }

    private bool Settle(bool isResolved, string reason, Guid byId, DateTimeOffset now)
    {
        if (IsResolved == isResolved)
            return false;
        (IsResolved, SettledReason, SettledById, SettledAt) = (isResolved, reason, byId, now);
        return true;
    }
}

internal sealed class DiscussionThreadConfiguration : IEntityTypeConfiguration<DiscussionThread>
{
    public void Configure(EntityTypeBuilder<DiscussionThread> builder)
    {
        builder.ToTable("Threads");
        builder.Property(thread => thread.Id).ValueGeneratedNever();
        builder.Property(thread => thread.Title).HasMaxLength(TextLimits.ThreadTitle);
        builder.Property(thread => thread.SettledReason).HasMaxLength(TextLimits.Reason);
        builder.Property(thread => thread.LockedReason).HasMaxLength(TextLimits.Reason);
        builder.HasIndex(thread => thread.AnnotationId).IsUnique();
        builder.HasIndex(thread => new { thread.GroupId, thread.LastSequence });
        builder.HasIndex(thread => new { thread.GroupId, thread.PinnedUntil });
        builder.HasIndex(thread => new { thread.GroupId, thread.ReadingId, thread.LastSequence });
        builder.HasOne<Group>().WithMany().HasForeignKey(thread => thread.GroupId);
        builder.HasOne<Reading>().WithMany().HasForeignKey(thread => thread.ReadingId);
        builder.HasOne<Annotation>().WithMany().HasForeignKey(thread => thread.AnnotationId);
        builder.HasOne<Account>().WithMany().HasForeignKey(thread => thread.StartedById);
        builder.HasOne<Account>().WithMany().HasForeignKey(thread => thread.AcceptedById);
        builder.HasOne<Account>().WithMany().HasForeignKey(thread => thread.SettledById);
        builder.HasOne<Account>().WithMany().HasForeignKey(thread => thread.LockedById);
        builder.HasOne<Account>().WithMany().HasForeignKey(thread => thread.PinnedById);
    }
}
