using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Readings;

/// <summary>A journal issue or anthology that several readings came from, with its printed contents.</summary>
public sealed class Issue
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public string? Number { get; init; }

    /// <summary>ISO 8601, as exact as known.</summary>
    public string? Date { get; init; }

    public string? Publisher { get; init; }

    public required string SourceName { get; init; }

    public List<IssueContentsLine> Contents { get; init; } = [];
}

/// <summary>One line of an issue's printed contents.</summary>
public sealed class IssueContentsLine
{
    public required Guid IssueId { get; init; }

    public required int Position { get; init; }

    public required string Title { get; init; }

    public int? Page { get; init; }
}

internal sealed class IssueConfiguration : IEntityTypeConfiguration<Issue>
{
    public void Configure(EntityTypeBuilder<Issue> builder)
    {
        builder.ToTable("Issues");
        builder.Property(issue => issue.Id).ValueGeneratedNever();
        builder.Property(issue => issue.Title).HasMaxLength(TextLimits.Title);
        builder.Property(issue => issue.Number).HasMaxLength(40);
        builder.Property(issue => issue.Date).HasMaxLength(10);
        builder.Property(issue => issue.Publisher).HasMaxLength(TextLimits.Title);
        builder.Property(issue => issue.SourceName).HasMaxLength(260);
    }
}

internal sealed class IssueContentsLineConfiguration : IEntityTypeConfiguration<IssueContentsLine>
{
    public void Configure(EntityTypeBuilder<IssueContentsLine> builder)
    {
        builder.ToTable("IssueContents");
        builder.HasKey(line => new { line.IssueId, line.Position });
        builder.Property(line => line.Title).HasMaxLength(TextLimits.Title);
        builder.HasOne<Issue>().WithMany(issue => issue.Contents).HasForeignKey(line => line.IssueId);
    }
}
