using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Shared;

namespace StudyGroup.Notifications;

/// <summary>Why something reached a member; where several apply, the first of them is told.</summary>
public enum NotificationKind
{
    Mention,
    Reply,

    /// <summary>A comment in a thread where the member wrote.</summary>
    Answer,

    /// <summary>The member's comment was accepted as the answer to a question.</summary>
    Accepted,

    /// <summary>Somebody gave their notes on a reading to the group: one notice for all of them.</summary>
    Published,
}

/// <summary>A comment that concerns a member, told once whatever the number of reasons.</summary>
public sealed class Notification
{
    public required Guid Id { get; init; }

    public required Guid RecipientId { get; init; }

    public required Guid GroupId { get; init; }

    /// <summary>Where the comment was when it was told of; where it is now, the comment says.</summary>
    public required Guid ThreadId { get; init; }

    public required Guid CommentId { get; init; }

    public required Guid ActorId { get; init; }

    public required NotificationKind Kind { get; init; }

    /// <summary>Number in the recipient's own stream; the list orders and pages by it.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; init; }
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.Property(notification => notification.Id).ValueGeneratedNever();
        builder.Property(notification => notification.Kind).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(notification => new { notification.RecipientId, notification.CommentId }).IsUnique();
        builder.HasIndex(notification => new { notification.RecipientId, notification.Sequence });
        builder.HasOne<Account>().WithMany().HasForeignKey(notification => notification.RecipientId);
        builder.HasOne<Account>().WithMany().HasForeignKey(notification => notification.ActorId);
        builder.HasOne<Group>().WithMany().HasForeignKey(notification => notification.GroupId);
        builder.HasOne<Comment>().WithMany().HasForeignKey(notification => notification.CommentId);
        builder.HasOne<DiscussionThread>().WithMany().HasForeignKey(notification => notification.ThreadId);
    }
}
