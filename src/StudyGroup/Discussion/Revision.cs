using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>What a comment said before an edit. Deleting the comment deletes its revisions.</summary>
public sealed class Revision
{
    public required Guid CommentId { get; init; }

    public required int Version { get; init; }

    public required string Markdown { get; init; }

    /// <summary>When these words were replaced.</summary>
    public required DateTimeOffset ReplacedAt { get; init; }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions");
        builder.HasKey(revision => new { revision.CommentId, revision.Version });
        builder.Property(revision => revision.Markdown).HasMaxLength(TextLimits.Comment);
        builder.HasOne<Comment>().WithMany().HasForeignKey(revision => revision.CommentId);
    }
}
