using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Groups;

namespace StudyGroup.Discussion.Tags;

/// <summary>A comment has a tag. One row a tag, however often it stands there.</summary>
public sealed class CommentTag
{
    public required Guid CommentId { get; init; }

    public required Guid GroupId { get; init; }

    public required string Key { get; init; }

    /// <summary>As the comment writes it first.</summary>
    public required string Name { get; init; }
}

internal sealed class CommentTagConfiguration : IEntityTypeConfiguration<CommentTag>
{
    public void Configure(EntityTypeBuilder<CommentTag> builder)
    {
        builder.ToTable("CommentTags");
        builder.HasKey(tag => new { tag.CommentId, tag.Key });
        builder.Property(tag => tag.Key).HasMaxLength(Tag.LongestKey);
        builder.Property(tag => tag.Name).HasMaxLength(Tag.LongestKey);
        builder.HasIndex(tag => new { tag.GroupId, tag.Key });
        builder.HasOne<Comment>().WithMany().HasForeignKey(tag => tag.CommentId);
        builder.HasOne<Group>().WithMany().HasForeignKey(tag => tag.GroupId);
    }
}
