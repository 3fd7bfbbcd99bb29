using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion.Moves;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>What of a thread a member has not read: shown comments of others after the number they have seen, without what they read in another thread before it was moved here.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="Seen">Comments up to this number are not new. For who never looked at it, what was there when they joined the group.</param>
/// <param name="VisitedAt">When they last looked at it; null if never.</param>
/// <param name="Count">How many are new.</param>
/// <param name="First">Number of the first of them; 0 where there is none.</param>
public sealed record ThreadUnread(Guid ThreadId, long Seen, DateTimeOffset? VisitedAt, int Count, long First);

/// <summary>A mark whose thread has something new for a member.</summary>
/// <param name="MarkId">The mark.</param>
/// <param name="StartPosition">Where in the text it begins.</param>
/// <param name="Count">How many comments are new.</param>
public sealed record UnreadMark(Guid MarkId, int StartPosition, int Count);

/// <summary>What is new for a member. Asked for the threads of a page together.</summary>
public sealed class UnreadQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <returns>The threads among these that the member may see, in no order.</returns>
    public async Task<IReadOnlyList<ThreadUnread>> InThreadsAsync(IReadOnlyCollection<Guid> threadIds, CurrentMember member, CancellationToken cancellationToken)
    {
        if (threadIds.Count == 0)
            return [];

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Unread(db, threadIds, member).ToListAsync(cancellationToken);
    }

    /// <summary>One thread, or null when it is not for the member.</summary>
    public async Task<ThreadUnread?> InThreadAsync(Guid threadId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Unread(db, [threadId], member).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Every mark of a reading with something new, in the order of the text; what waits for the member's own note is not among them.</summary>
    public async Task<IReadOnlyList<UnreadMark>> InReadingAsync(Guid groupId, Guid readingId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from row in (
                from thread in db.ThreadsOpenTo(member.AccountId)
                where thread.GroupId == groupId && thread.ReadingId == readingId
                join mark in db.Annotations().Where(mark => mark.RemovedAt == null) on thread.AnnotationId equals mark.Id
                join membership in db.Memberships() on thread.GroupId equals membership.GroupId
                where membership.AccountId == member.AccountId && membership.Status == MembershipStatus.Active
                from visit in db.ThreadVisits().Where(visit => visit.AccountId == member.AccountId && visit.ThreadId == thread.Id).DefaultIfEmpty()
                let seen = visit != null
                    ? visit.Seen
                    : db.Comments().Where(comment => comment.ThreadId == thread.Id && comment.PostedAt < membership.JoinedAt).Max(comment => (long?)comment.Sequence) ?? 0
                select new
                {
                    mark.Id,
                    mark.StartPosition,
                    mark.StartOffset,
                    Count = db.Comments().Count(comment =>
                        comment.ThreadId == thread.Id && comment.Sequence > seen && comment.AuthorId != member.AccountId && comment.DeletedAt == null && comment.HiddenAt == null
                        && !db.ReadElsewhere(member.AccountId).Contains(comment.Id)),
                })
            where row.Count > 0
            orderby row.StartPosition, row.StartOffset, row.Id
            select new UnreadMark(row.Id, row.StartPosition, row.Count)).ToListAsync(cancellationToken);
    }

    /// <summary>Comments of a thread that are not new to the member, for they had read them where these were before.</summary>
    public async Task<IReadOnlyList<Guid>> KnownAsync(Guid threadId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Comments()
            .Where(comment => comment.ThreadId == threadId && db.ReadableGroups(member.AccountId).Contains(comment.GroupId) && db.ReadElsewhere(member.AccountId).Contains(comment.Id))
            .Select(comment => comment.Id).ToListAsync(cancellationToken);
    }

    private static IQueryable<ThreadUnread> Unread(StudyGroupDbContext db, IReadOnlyCollection<Guid> threadIds, CurrentMember member) =>
        from thread in db.ThreadsFor(member.AccountId)
        where threadIds.Contains(thread.Id)
        join membership in db.Memberships() on thread.GroupId equals membership.GroupId
        where membership.AccountId == member.AccountId && membership.Status == MembershipStatus.Active
        from visit in db.ThreadVisits().Where(visit => visit.AccountId == member.AccountId && visit.ThreadId == thread.Id).DefaultIfEmpty()
        let seen = visit != null
            ? visit.Seen
            : db.Comments().Where(comment => comment.ThreadId == thread.Id && comment.PostedAt < membership.JoinedAt).Max(comment => (long?)comment.Sequence) ?? 0
        select new ThreadUnread(
            thread.Id,
            seen,
            visit == null ? null : visit.At,
            db.Comments().Count(comment =>
                comment.ThreadId == thread.Id && comment.Sequence > seen && comment.AuthorId != member.AccountId && comment.DeletedAt == null && comment.HiddenAt == null
                && !db.ReadElsewhere(member.AccountId).Contains(comment.Id)),
            db.Comments()
                .Where(comment => comment.ThreadId == thread.Id && comment.Sequence > seen && comment.AuthorId != member.AccountId && comment.DeletedAt == null && comment.HiddenAt == null
                    && !db.ReadElsewhere(member.AccountId).Contains(comment.Id))
                .Min(comment => (long?)comment.Sequence) ?? 0);
}
