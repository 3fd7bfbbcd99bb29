using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>A reading on a group's shelf: its place in the order, its address within the group, and when it is due.</summary>
public sealed class ShelfItem
{
    public required Guid GroupId { get; init; }

    public required Guid ReadingId { get; init; }

    /// <summary>Unique within the group, so that an address tells nothing of other groups.</summary>
    public required string Slug { get; init; }

    public required int Position { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>Members see what others said on a section only after they have said something there themselves, or have marked it as read.</summary>
    public bool OwnNoteFirst { get; set; }

    /// <summary>With <see cref="OwnNoteFirst"/>: reading a section to its end marks it as read, so that nobody meets words on what lies before them.</summary>
    public bool OpensByReading { get; set; }

    public required DateTimeOffset ShelvedAt { get; init; }
}

internal sealed class ShelfItemConfiguration : IEntityTypeConfiguration<ShelfItem>
{
    public void Configure(EntityTypeBuilder<ShelfItem> builder)
    {
        builder.ToTable("ShelfItems");
        builder.HasKey(item => new { item.GroupId, item.ReadingId });
        builder.HasIndex(item => new { item.GroupId, item.Slug }).IsUnique();
        builder.HasIndex(item => item.ReadingId);
        builder.Property(item => item.Slug).HasMaxLength(TextLimits.Slug);
        builder.HasOne<Group>().WithMany().HasForeignKey(item => item.GroupId);
        builder.HasOne<Reading>().WithMany().HasForeignKey(item => item.ReadingId);
    }
}
