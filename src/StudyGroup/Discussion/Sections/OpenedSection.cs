using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Sections;

/// <summary>A member has said something on a section of a reading, or has marked it as read. What was opened once stays open: it has been seen.</summary>
public sealed class OpenedSection
{
    /// <summary>Before the first heading; all of a text that has none.</summary>
    public const string Opening = "";

    /// <summary>What is said about the reading as a whole. No block is called so.</summary>
    public const string Whole = "*";

    public required Guid AccountId { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid ReadingId { get; init; }

    /// <summary>Key of its heading, or one of the names above.</summary>
    public required string Section { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class OpenedSectionConfiguration : IEntityTypeConfiguration<OpenedSection>
{
    public void Configure(EntityTypeBuilder<OpenedSection> builder)
    {
        builder.ToTable("OpenedSections");
        builder.HasKey(opened => new { opened.AccountId, opened.GroupId, opened.ReadingId, opened.Section });
        builder.Property(opened => opened.Section).HasMaxLength(40);
        builder.HasOne<Account>().WithMany().HasForeignKey(opened => opened.AccountId);
        builder.HasOne<Group>().WithMany().HasForeignKey(opened => opened.GroupId);
        builder.HasOne<Reading>().WithMany().HasForeignKey(opened => opened.ReadingId);
    }
}
