using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Readings;

/// <summary>The furthest block a member has read, which only grows, and the block last looked at, where reading goes on.</summary>
public sealed class ReadingPosition
{
    public required Guid AccountId { get; init; }

    public required Guid ReadingId { get; init; }

    /// <summary>Place in the text, from 0.</summary>
    public int Furthest { get; set; }

    public int Last { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class ReadingPositionConfiguration : IEntityTypeConfiguration<ReadingPosition>
{
    public void Configure(EntityTypeBuilder<ReadingPosition> builder)
    {
        builder.ToTable("ReadingPositions");
        builder.HasKey(position => new { position.AccountId, position.ReadingId });
        builder.HasOne<Account>().WithMany().HasForeignKey(position => position.AccountId);
        builder.HasOne<Reading>().WithMany().HasForeignKey(position => position.ReadingId);
    }
}
