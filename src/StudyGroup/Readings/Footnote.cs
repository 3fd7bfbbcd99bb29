using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudyGroup.Readings;

/// <summary>A note of the text itself, under the label it is printed with.</summary>
public sealed class Footnote
{
    public required Guid EditionId { get; init; }

    /// <summary>Place among the notes, from 0.</summary>
    public required int Position { get; init; }

    public required string Label { get; init; }

    public required string Markdown { get; init; }
}

internal sealed class FootnoteConfiguration : IEntityTypeConfiguration<Footnote>
{
    public void Configure(EntityTypeBuilder<Footnote> builder)
    {
        builder.ToTable("Footnotes");
        builder.HasKey(note => new { note.EditionId, note.Position });
        builder.Property(note => note.Label).HasMaxLength(40);
        builder.HasOne<Edition>().WithMany(edition => edition.Footnotes).HasForeignKey(note => note.EditionId);
    }
}
