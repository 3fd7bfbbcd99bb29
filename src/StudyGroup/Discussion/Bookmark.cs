using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>A comment that a member keeps for themselves; nobody else learns of it.</summary>
public sealed class Bookmark
{
    public required Guid AccountId { get; init; }

    public required Guid CommentId { get; init; }

    /// <summary>Number in the member's own stream; the list orders and pages by it.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class BookmarkConfiguration : IEntityTypeConfiguration<Bookmark>
{
    public void Configure(EntityTypeBuilder<Bookmark> builder)
    {
        builder.ToTable("Bookmarks");
        builder.HasKey(bookmark => new { bookmark.AccountId, bookmark.CommentId });
        builder.HasIndex(bookmark => new { bookmark.AccountId, bookmark.Sequence });
        builder.HasOne<Account>().WithMany().HasForeignKey(bookmark => bookmark.AccountId);
        builder.HasOne<Comment>().WithMany().HasForeignKey(bookmark => bookmark.CommentId);
    }
}
