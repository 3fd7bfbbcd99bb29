using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Editions;

/// <summary>The marks of a reading went from one edition to another: when its text changed, or when that was taken back.</summary>
public sealed class CarryOver
{
    public required Guid Id { get; init; }

    public required Guid ReadingId { get; init; }

    /// <summary>Counts the reading's carry-overs from 1.</summary>
    public required int Number { get; init; }

    public required Guid FromEditionId { get; init; }

    public required Guid ToEditionId { get; init; }

    /// <summary>Null on the console.</summary>
    public Guid? StartedById { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The carry-over that this one takes back. An index lets each be taken back once.</summary>
    public Guid? UndoesId { get; init; }
}

internal sealed class CarryOverConfiguration : IEntityTypeConfiguration<CarryOver>
{
    public void Configure(EntityTypeBuilder<CarryOver> builder)
    {
        builder.ToTable("CarryOvers");
        builder.Property(carryOver => carryOver.Id).ValueGeneratedNever();
        builder.HasIndex(carryOver => new { carryOver.ReadingId, carryOver.Number }).IsUnique();
        builder.HasIndex(carryOver => carryOver.UndoesId).IsUnique();
        builder.HasOne<Reading>().WithMany().HasForeignKey(carryOver => carryOver.ReadingId);
        builder.HasOne<Edition>().WithMany().HasForeignKey(carryOver => carryOver.FromEditionId);
        builder.HasOne<Edition>().WithMany().HasForeignKey(carryOver => carryOver.ToEditionId);
        builder.HasOne<Account>().WithMany().HasForeignKey(carryOver => carryOver.StartedById);
        builder.HasOne<CarryOver>().WithMany().HasForeignKey(carryOver => carryOver.UndoesId);
    }
}
