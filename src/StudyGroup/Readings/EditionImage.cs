using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudyGroup.Readings;

/// <summary>A picture that was embedded in an imported file. A figure of the edition names it by its hash; whoever may see the reading may see it.</summary>
public sealed class EditionImage
{
    public required Guid EditionId { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 over its bytes.</summary>
    public required string Hash { get; init; }

    /// <summary>What its bytes are, not what the file said: one of the few types that browsers show and that hold no script.</summary>
    public required string MediaType { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required byte[] Content { get; init; }
}

internal sealed class EditionImageConfiguration : IEntityTypeConfiguration<EditionImage>
{
    public void Configure(EntityTypeBuilder<EditionImage> builder)
    {
        builder.ToTable("EditionImages");
        builder.HasKey(image => new { image.EditionId, image.Hash });
        builder.Property(image => image.Hash).HasMaxLength(64);
        builder.Property(image => image.MediaType).HasMaxLength(20);
        builder.HasOne<Edition>().WithMany().HasForeignKey(image => image.EditionId);
    }
}
