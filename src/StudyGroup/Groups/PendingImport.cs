using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>A file that waits for an editor: its bytes, and what was decided on it so far. The text is made of both whenever it is looked at.</summary>
public sealed class PendingImport
{
    public required Guid Id { get; init; }

    public required Guid GroupId { get; init; }

    /// <summary>Null when it came from the console.</summary>
    public required Guid? StartedById { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>The decisions, as JSON.</summary>
    public required string Decisions { get; set; }

    /// <summary>Counts the changes, so that nobody overwrites what they have not seen.</summary>
    public int Version { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }
}

internal sealed class PendingImportConfiguration : IEntityTypeConfiguration<PendingImport>
{
    public void Configure(EntityTypeBuilder<PendingImport> builder)
    {
        builder.ToTable("PendingImports");
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.FileName).HasMaxLength(260);
        builder.Property(import => import.Version).IsConcurrencyToken();
        builder.HasIndex(import => new { import.GroupId, import.StartedAt });
        builder.HasOne<Group>().WithMany().HasForeignKey(import => import.GroupId);
        builder.HasOne<Account>().WithMany().HasForeignKey(import => import.StartedById);
    }
}
