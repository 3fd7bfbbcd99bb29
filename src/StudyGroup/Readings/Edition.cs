using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Readings;

/// <summary>One immutable imported state of a reading. It never changes: what points into its text stays true for ever.</summary>
public sealed class Edition
{
    public required Guid Id { get; init; }

    public required Guid ReadingId { get; init; }

    /// <summary>1 for the first import, counting up.</summary>
    public required int Number { get; init; }

    /// <summary>File name of the raw export.</summary>
    public required string SourceName { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 over the raw file.</summary>
    public required string SourceHash { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 over blocks and footnotes: two files may hold the same text.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Null when it was imported on the console.</summary>
    public Guid? ImportedById { get; init; }

    /// <summary>The edition that was current when this one came; null for the first.</summary>
    public Guid? BasedOnId { get; init; }

    /// <summary>Blocks that the edition before did not have.</summary>
    public int BlocksAdded { get; init; }

    public int BlocksRemoved { get; init; }

    /// <summary>Blocks with other words or at another place than before.</summary>
    public int BlocksChanged { get; init; }

    public required int WordCount { get; init; }

    /// <summary>How many paragraphs carry a ¶ number.</summary>
    public required int ParagraphCount { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    public List<Block> Blocks { get; init; } = [];

    public List<Footnote> Footnotes { get; init; } = [];
}

internal sealed class EditionConfiguration : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("Editions");
        builder.Property(edition => edition.Id).ValueGeneratedNever();
        builder.Property(edition => edition.SourceName).HasMaxLength(260);
        builder.Property(edition => edition.SourceHash).HasMaxLength(64);
        builder.Property(edition => edition.ContentHash).HasMaxLength(64);
        builder.HasIndex(edition => new { edition.ReadingId, edition.Number }).IsUnique();
        builder.HasIndex(edition => edition.SourceHash);
        builder.HasOne<Reading>().WithMany().HasForeignKey(edition => edition.ReadingId);
        builder.HasOne<Account>().WithMany().HasForeignKey(edition => edition.ImportedById);
    }
}
