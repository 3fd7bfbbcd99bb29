using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudyGroup.Realtime;

/// <summary>
/// One row of the event log: something happened, in this stream, as this number. It names what it concerns by id and never carries anybody's words,
/// so that what is deleted or hidden later does not live on in the log.
/// </summary>
public sealed class StreamEvent
{
    public required Guid StreamId { get; init; }

    public required long Sequence { get; init; }

    public required string Kind { get; init; }

    public Guid? ActorId { get; init; }

    public Guid? ReadingId { get; init; }

    public Guid? ThreadId { get; init; }

    /// <summary>The comment, annotation, membership … that the kind is about.</summary>
    public Guid? SubjectId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class StreamEventConfiguration : IEntityTypeConfiguration<StreamEvent>
{
    public void Configure(EntityTypeBuilder<StreamEvent> builder)
    {
        builder.ToTable("StreamEvents");
        builder.HasKey(row => new { row.StreamId, row.Sequence });
        builder.HasIndex(row => new { row.StreamId, row.ReadingId, row.Sequence });
        builder.HasIndex(row => new { row.StreamId, row.ThreadId, row.Sequence });
        builder.HasIndex(row => row.At);
        builder.Property(row => row.Kind).HasMaxLength(64);
        builder.HasOne<EventStream>().WithMany().HasForeignKey(row => row.StreamId);
    }
}
