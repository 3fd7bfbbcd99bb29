using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudyGroup.Readings;

/// <summary>A heading, paragraph, quote … of an edition. Its key is what links and passages store; its ¶ number is what people see and say.</summary>
public sealed class Block
{
    public required Guid EditionId { get; init; }

    /// <summary>Place in the text, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>Stable name within the reading: <c>[a-z][a-z0-9-]*</c>. A block that does not change keeps its key in the next edition.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the heading that it stands under, a heading's own key, or nothing before the first one.</summary>
    public string Section { get; init; } = "";

    public required BlockKind Kind { get; init; }

    /// <summary>1 to 6 for headings, nesting depth for list items, otherwise 0.</summary>
    public int Level { get; init; }

    /// <summary>The printed number of a thesis or list item.</summary>
    public string? Label { get; init; }

    /// <summary>¶ number: counts every block but headings and rules.</summary>
    public int? Number { get; init; }

    /// <summary>Inline Markdown; a footnote reference is written <c>[^label]</c>.</summary>
    public required string Markdown { get; init; }

    /// <summary>The words as the page shows them, without note references and labels. Offsets of passages count its UTF-16 code units.</summary>
    public required string Text { get; init; }
}

internal sealed class BlockConfiguration : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.ToTable("Blocks");
        builder.HasKey(block => new { block.EditionId, block.Position });
        builder.HasIndex(block => new { block.EditionId, block.Key }).IsUnique();
        builder.Property(block => block.Key).HasMaxLength(40);
        builder.Property(block => block.Section).HasMaxLength(40);
        builder.Property(block => block.Label).HasMaxLength(40);
        builder.Property(block => block.Kind).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Edition>().WithMany(edition => edition.Blocks).HasForeignKey(block => block.EditionId);
    }
}
