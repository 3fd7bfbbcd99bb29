using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudyGroup.Notifications;

/// <summary>How far notifications have been made from a stream; moved in the same transaction as the rows, so that a crash loses and repeats nothing.</summary>
public sealed class NotificationPosition
{
    public required Guid StreamId { get; init; }

    public required long Sequence { get; set; }
}

internal sealed class NotificationPositionConfiguration : IEntityTypeConfiguration<NotificationPosition>
{
    public void Configure(EntityTypeBuilder<NotificationPosition> builder)
    {
        builder.ToTable("NotificationPositions");
        builder.HasKey(position => position.StreamId);
        builder.Property(position => position.StreamId).ValueGeneratedNever();
    }
}
