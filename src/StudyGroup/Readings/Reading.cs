using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Readings;

/// <summary>A text that people read together, with what is known of it. Its words are in its editions.</summary>
public sealed class Reading
{
    public required Guid Id { get; init; }

    public required string Title { get; set; }

    public string? Subtitle { get; set; }

    public required IReadOnlyList<string> Authors { get; set; }

    public string? Translator { get; set; }

    public string? Publication { get; set; }

    /// <summary>ISO 8601, as exact as known: <c>2023</c>, <c>2023-08</c> or <c>2023-08-21</c>.</summary>
    public string? Date { get; set; }

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; set; }

    public string? Rights { get; set; }

    public string? SourceAddress { get; set; }

    /// <summary>The journal issue or anthology it came from.</summary>
    public Guid? IssueId { get; init; }

    /// <summary>Who brought it in; null when it was imported on the console.</summary>
    public Guid? ImportedById { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>The newest edition, which is the one that pages show.</summary>
    public required Guid CurrentEditionId { get; set; }
}

internal sealed class ReadingConfiguration : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.ToTable("Readings");
        builder.Property(reading => reading.Id).ValueGeneratedNever();
        builder.Property(reading => reading.Title).HasMaxLength(TextLimits.Title);
        builder.Property(reading => reading.Subtitle).HasMaxLength(TextLimits.Title);
        builder.Property(reading => reading.Translator).HasMaxLength(TextLimits.Title);
        builder.Property(reading => reading.Publication).HasMaxLength(TextLimits.Title);
        builder.Property(reading => reading.Date).HasMaxLength(10);
        builder.Property(reading => reading.Language).HasMaxLength(35);
        builder.Property(reading => reading.Rights).HasMaxLength(TextLimits.Title);
        builder.Property(reading => reading.SourceAddress).HasMaxLength(2_000);
        builder.HasOne<Issue>().WithMany().HasForeignKey(reading => reading.IssueId);
        builder.HasOne<Account>().WithMany().HasForeignKey(reading => reading.ImportedById);
        builder.HasIndex(reading => new { reading.Title, reading.Id });
    }
}
