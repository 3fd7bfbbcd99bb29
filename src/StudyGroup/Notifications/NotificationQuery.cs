using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Notifications;

/// <summary>A notification in the list, with the place it opens; without words where those wait for the member's own.</summary>
public sealed record NotificationRow(
    Guid Id,
    NotificationKind Kind,
    Guid ActorId,
    string ActorName,
    string GroupSlug,
    string GroupName,
    string? ReadingSlug,
    string? ReadingTitle,
    Guid ThreadId,
    string? ThreadTitle,
    int? Paragraph,
    Guid CommentId,
    string Markdown,
    DateTimeOffset At,
    bool IsRead,
    long Sequence,
    bool IsClosed)
{
    public string? ThreadTitle { get; } = IsClosed ? null : ThreadTitle;

    public string Markdown { get; } = IsClosed ? "" : Markdown;
}

/// <summary>What reached a member, as far as it still holds.</summary>
public sealed class NotificationQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public const int PageSize = 50;

    // What NotificationsFor says, compiled, since every page asks it; not static, since a compiled query belongs to the model of one engine.
    private readonly Func<StudyGroupDbContext, Guid, CancellationToken, Task<int>> unread =
        EF.CompileAsyncQuery((StudyGroupDbContext db, Guid accountId, CancellationToken _) => (
            from notice in db.Notifications()
            where notice.RecipientId == accountId && notice.ReadAt == null
            join membership in db.Memberships() on notice.GroupId equals membership.GroupId
            where membership.AccountId == accountId && membership.Status == MembershipStatus.Active
            join comment in db.Comments() on notice.CommentId equals comment.Id
            where comment.DeletedAt == null && comment.HiddenAt == null
            where notice.Kind != NotificationKind.Accepted || db.Threads().Any(thread => thread.AcceptedCommentId == notice.CommentId)
            orderby notice.Sequence descending
            select notice).Take(100).TagWith(KeptConnection.Tag).Count());

    /// <summary>Newest first, at most <see cref="PageSize"/> before the number given.</summary>
    public async Task<IReadOnlyList<NotificationRow>> ListAsync(long? before, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Rows(db, db.NotificationsFor(member.AccountId).Where(notice => before == null || notice.Sequence < before)
            .OrderByDescending(notice => notice.Sequence).Take(PageSize)).ToListAsync(cancellationToken);
    }

    /// <summary>One of them, or null when it is not (or no longer) for the member.</summary>
    public async Task<NotificationRow?> FindAsync(Guid id, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Rows(db, db.NotificationsFor(member.AccountId).Where(notice => notice.Id == id)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>How many are unread; counts to 100 and no further.</summary>
    public async Task<int> UnreadAsync(CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await unread(db, member.AccountId, cancellationToken);
    }

    private static IQueryable<NotificationRow> Rows(StudyGroupDbContext db, IQueryable<Notification> notices) =>
        from notice in notices
        join actor in db.Users on notice.ActorId equals actor.Id
        join grp in db.Groups() on notice.GroupId equals grp.Id
        join comment in db.Comments() on notice.CommentId equals comment.Id
        join thread in db.Threads() on comment.ThreadId equals thread.Id
        from item in db.ShelfItems().Where(item => item.GroupId == notice.GroupId && item.ReadingId == thread.ReadingId).DefaultIfEmpty()
        from reading in db.Readings().Where(reading => reading.Id == thread.ReadingId).DefaultIfEmpty()
        from mark in db.Annotations().Where(mark => mark.Id == thread.AnnotationId).DefaultIfEmpty()
        from block in db.Blocks().Where(block => block.EditionId == mark.EditionId && block.Position == mark.StartPosition).DefaultIfEmpty()
        orderby notice.Sequence descending
        select new NotificationRow(
            notice.Id,
            notice.Kind,
            actor.Id,
            actor.DisplayName,
            grp.Slug,
            grp.Name,
            item == null ? null : item.Slug,
            reading == null ? null : reading.Title,
            thread.Id,
            thread.Title,
            block == null ? null : block.Number,
            comment.Id,
            comment.Markdown,
            notice.At,
            notice.ReadAt != null,
            notice.Sequence,
            db.ClosedThreads().Any(closed => closed.ThreadId == thread.Id && closed.AccountId == notice.RecipientId));
}
