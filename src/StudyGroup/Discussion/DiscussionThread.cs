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

    /// <summary>Number of its first comment.</summary>
    public long FirstSequence { get; private set; }

    /// <summary>Number of its newest comment; lists order by it.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Comments that are neither deleted nor hidden.</summary>
    public int CommentCount { get; private set; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset? LockedAt { get; private set; }

    public void Posted(long sequence, DateTimeOffset now)
    {
        if (FirstSequence == 0)
            FirstSequence = sequence;
        LastSequence = sequence;
        LastAt = now;
        CommentCount++;
    }

    public void CommentGone() => CommentCount--;

    public void CommentBack() => CommentCount++;
}

internal sealed class DiscussionThreadConfiguration : IEntityTypeConfiguration<DiscussionThread>
{
    public void Configure(EntityTypeBuilder<DiscussionThread> builder)
    {
        builder.ToTable("Threads");
        builder.Property(thread => thread.Id).ValueGeneratedNever();
        builder.Property(thread => thread.Title).HasMaxLength(TextLimits.ThreadTitle);
        builder.HasIndex(thread => thread.AnnotationId).IsUnique();
        builder.HasIndex(thread => new { thread.GroupId, thread.LastSequence });
        builder.HasIndex(thread => new { thread.GroupId, thread.ReadingId, thread.LastSequence });
        builder.HasOne<Group>().WithMany().HasForeignKey(thread => thread.GroupId);
        builder.HasOne<Reading>().WithMany().HasForeignKey(thread => thread.ReadingId);
        builder.HasOne<Annotation>().WithMany().HasForeignKey(thread => thread.AnnotationId);
        builder.HasOne<Account>().WithMany().HasForeignKey(thread => thread.StartedById);
    }
}
