using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Links;

/// <summary>The first end of a link whose second is still being looked for, on whatever page that is. One for each member and group, seen by nobody else.</summary>
public sealed class LinkStart
{
    /// <summary>Who has not gone on with it by then has forgotten it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public required Guid AccountId { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid ReadingId { get; init; }

    public required Guid EditionId { get; init; }

    public required string StartBlock { get; init; }

    public required int StartOffset { get; init; }

    public required string EndBlock { get; init; }

    public required int EndOffset { get; init; }

    public required string Quote { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class LinkStartConfiguration : IEntityTypeConfiguration<LinkStart>
{
    public void Configure(EntityTypeBuilder<LinkStart> builder)
    {
        builder.ToTable("LinkStarts");
        builder.HasKey(start => new { start.AccountId, start.GroupId });
        builder.Property(start => start.StartBlock).HasMaxLength(40);
        builder.Property(start => start.EndBlock).HasMaxLength(40);
        builder.Property(start => start.Quote).HasMaxLength(TextLimits.Quote);
        builder.HasOne<Account>().WithMany().HasForeignKey(start => start.AccountId);
        builder.HasOne<Group>().WithMany().HasForeignKey(start => start.GroupId);
        builder.HasOne<Reading>().WithMany().HasForeignKey(start => start.ReadingId);
        builder.HasOne<Edition>().WithMany().HasForeignKey(start => start.EditionId);
    }
}
