using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>A kept comment in the list, with the place it opens; without its words where those wait for the member's own.</summary>
public sealed record BookmarkRow(
    Guid CommentId,
    Guid ThreadId,
    Guid AuthorId,
    string AuthorName,
    string GroupSlug,
    string GroupName,
    string? ReadingSlug,
    string? ReadingTitle,
    string? ThreadTitle,
    int? Paragraph,
    bool IsOnPassage,
    string Markdown,
    DateTimeOffset PostedAt,
    long Sequence,
    bool IsClosed)
{
    public string? ThreadTitle { get; } = IsClosed ? null : ThreadTitle;

    public string Markdown { get; } = IsClosed ? "" : Markdown;
}

/// <summary>What a member keeps. Rights are asked at reading too: what was hidden or deleted since, or is in a group the member has left, is not shown.</summary>
public sealed class BookmarkQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public const int PageSize = 50;

    /// <summary>What was kept last first, at most <see cref="PageSize"/> before the number given.</summary>
    public async Task<IReadOnlyList<BookmarkRow>> ListAsync(long? before, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var kept = (
            from bookmark in db.Bookmarks()
            where bookmark.AccountId == member.AccountId && (before == null || bookmark.Sequence < before)
            join comment in db.Comments() on bookmark.CommentId equals comment.Id
            where comment.DeletedAt == null && comment.HiddenAt == null && db.ReadableGroups(member.AccountId).Contains(comment.GroupId)
            join thread in db.ThreadsFor(member.AccountId) on comment.ThreadId equals thread.Id
            orderby bookmark.Sequence descending
            select new { bookmark, comment, thread }).Take(PageSize);
        return await (
            from row in kept
            join author in db.Users on row.comment.AuthorId equals author.Id
            join grp in db.Groups() on row.comment.GroupId equals grp.Id
            from item in db.ShelfItems().Where(item => item.GroupId == grp.Id && item.ReadingId == row.thread.ReadingId).DefaultIfEmpty()
            from reading in db.Readings().Where(reading => reading.Id == row.thread.ReadingId).DefaultIfEmpty()
            from mark in db.Annotations().Where(mark => mark.Id == row.thread.AnnotationId).DefaultIfEmpty()
            from block in db.Blocks().Where(block => block.EditionId == mark.EditionId && block.Position == mark.StartPosition).DefaultIfEmpty()
            orderby row.bookmark.Sequence descending
            select new BookmarkRow(
                row.comment.Id,
                row.thread.Id,
                author.Id,
                author.DisplayName,
                grp.Slug,
                grp.Name,
                item == null ? null : item.Slug,
                reading == null ? null : reading.Title,
                row.thread.Title,
                block == null ? null : block.Number,
                mark != null,
                row.comment.Markdown,
                row.comment.PostedAt,
                row.bookmark.Sequence,
                db.ClosedThreads().Any(closed => closed.ThreadId == row.thread.Id && closed.AccountId == member.AccountId))).ToListAsync(cancellationToken);
    }

    /// <summary>Which comments of a thread the member keeps.</summary>
    public async Task<IReadOnlyList<Guid>> InThreadAsync(Guid threadId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from bookmark in db.Bookmarks()
            where bookmark.AccountId == member.AccountId
            join comment in db.Comments() on bookmark.CommentId equals comment.Id
            where comment.ThreadId == threadId && db.ReadableGroups(member.AccountId).Contains(comment.GroupId)
            orderby bookmark.Sequence
            select comment.Id).ToListAsync(cancellationToken);
    }
}
