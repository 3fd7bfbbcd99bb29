using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Groups;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Links;

/// <summary>
/// Says how one passage stands to another, of the same reading or of two on the group's shelf. Each end is a mark of its own, so that what holds for marks
/// (new editions, lost words, privacy) holds for links.
/// </summary>
public sealed class PassageLink
{
    public required Guid Id { get; init; }

    public required Guid GroupId { get; init; }

    /// <summary>The mark that answers or develops; of a mutual link, the one that was chosen first.</summary>
    public required Guid FromId { get; init; }

    public required Guid ToId { get; init; }

    public required LinkKind Kind { get; init; }

    public required Guid AuthorId { get; init; }

    /// <summary>For the author's eyes only, like both of its marks.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>Why, in plain text.</summary>
    public required string? Note { get; init; }

    /// <summary>The client's key; a second request with it finds the first answer.</summary>
    public required Guid IdempotencyKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }
}

internal sealed class PassageLinkConfiguration : IEntityTypeConfiguration<PassageLink>
{
    public void Configure(EntityTypeBuilder<PassageLink> builder)
    {
        builder.ToTable("PassageLinks");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(link => link.Note).HasMaxLength(TextLimits.LinkNote);
        builder.HasIndex(link => new { link.AuthorId, link.IdempotencyKey }).IsUnique();
        builder.HasIndex(link => link.FromId).IsUnique();
        builder.HasIndex(link => link.ToId).IsUnique();
        builder.HasIndex(link => new { link.GroupId, link.AuthorId });
        builder.HasOne<Group>().WithMany().HasForeignKey(link => link.GroupId);
        builder.HasOne<Annotation>().WithMany().HasForeignKey(link => link.FromId);
        builder.HasOne<Annotation>().WithMany().HasForeignKey(link => link.ToId);
        builder.HasOne<Account>().WithMany().HasForeignKey(link => link.AuthorId);
    }
}
