using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

/// <summary>A raw file on its way to a group's shelf: kept as received, with the steps of its editors, until it is thrown away.</summary>
public sealed class ImportDraft
{
    public required Guid Id { get; init; }

    /// <summary>Where it is to be published; its moderators work on it together.</summary>
    public required Guid GroupId { get; init; }

    public required Guid ReceivedById { get; init; }

    public required string FileName { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 over the raw file.</summary>
    public required string ContentHash { get; init; }

    public required int Bytes { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The editors' steps in order, as JSON.</summary>
    public required string Edits { get; set; }

    /// <summary>Counts the changes, so that of two editors who change the same state one is told.</summary>
    public required int Version { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }
}

/// <summary>The raw bytes of a draft, apart from it so that lists do not read them.</summary>
public sealed class ImportFile
{
    public required Guid DraftId { get; init; }

    public required byte[] Content { get; init; }
}

internal sealed class ImportDraftConfiguration : IEntityTypeConfiguration<ImportDraft>
{
    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.ToTable("ImportDrafts");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.FileName).HasMaxLength(260);
        builder.Property(draft => draft.ContentHash).HasMaxLength(64);
        builder.Property(draft => draft.Version).IsConcurrencyToken();
        builder.HasIndex(draft => new { draft.GroupId, draft.ContentHash }).IsUnique();
        builder.HasOne<Group>().WithMany().HasForeignKey(draft => draft.GroupId);
        builder.HasOne<Account>().WithMany().HasForeignKey(draft => draft.ReceivedById);
    }
}

internal sealed class ImportFileConfiguration : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.ToTable("ImportFiles");
        builder.HasKey(file => file.DraftId);
        builder.HasOne<ImportDraft>().WithOne().HasForeignKey<ImportFile>(file => file.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}
