using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudyGroup.Groups;

/// <summary>That a group has imported a file, by the hash of its bytes: of two members who import the same file at once, the key lets one through.</summary>
public sealed class ImportedSource
{
    public required Guid GroupId { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 over the raw file.</summary>
    public required string SourceHash { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }
}

internal sealed class ImportedSourceConfiguration : IEntityTypeConfiguration<ImportedSource>
{
    public void Configure(EntityTypeBuilder<ImportedSource> builder)
    {
        builder.ToTable("ImportedSources");
        builder.HasKey(source => new { source.GroupId, source.SourceHash });
        builder.Property(source => source.SourceHash).HasMaxLength(64);
        builder.HasOne<Group>().WithMany().HasForeignKey(source => source.GroupId);
    }
}
