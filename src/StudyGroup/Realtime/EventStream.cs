using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudyGroup.Realtime;

/// <summary>
/// The row that is locked to take a stream's next number, which makes the numbers gapless and their order the order of commits.
/// A group has one stream under its own id, and so has an account for what concerns it alone.
/// </summary>
public sealed class EventStream
{
    public required Guid Id { get; init; }

    /// <summary>The newest number given out; 0 before the first event.</summary>
    public long LastSequence { get; private set; }
}

internal sealed class EventStreamConfiguration : IEntityTypeConfiguration<EventStream>
{
    public void Configure(EntityTypeBuilder<EventStream> builder)
    {
        builder.ToTable("EventStreams");
        builder.Property(stream => stream.Id).ValueGeneratedNever();
    }
}
