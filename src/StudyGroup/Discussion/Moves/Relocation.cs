using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Moves;

/// <summary>
/// Puts comments into another thread inside the caller's transaction, which has locked the group's stream. They keep all that is theirs; what the two threads
/// say of themselves is counted anew, and nothing becomes new to anybody.
/// </summary>
public sealed class Relocation(EventLog events)
{
    internal async Task RunAsync(
        StudyGroupDbContext db, Guid moveId, DiscussionThread from, DiscussionThread to, IReadOnlyList<Comment> comments, CurrentMember moderator, CancellationToken cancellationToken)
    {
        await KeepReadAsync(db, moveId, from, comments, cancellationToken);
        var ids = comments.Select(comment => comment.Id).ToList();
        await db.Comments().Where(comment => ids.Contains(comment.Id)).ExecuteUpdateAsync(set => set.SetProperty(comment => comment.ThreadId, to.Id), cancellationToken);
        if (from.AcceptedCommentId is { } accepted && ids.Contains(accepted))
            from.Withdraw();
        await RecountAsync(db, from, cancellationToken);
        await RecountAsync(db, to, cancellationToken);

        // Either thread hears of each comment, where it went before where it is now; the heads come last, after what was answered and did not go along.
        var news = new List<NewEvent>();
        foreach (var id in ids)
            news.AddRange([Of(DiscussionEvents.CommentMoved, from, id), Of(DiscussionEvents.CommentMoved, to, id)]);
        var parted = await db.Comments().Where(comment => comment.ParentId != null && ids.Contains(comment.ParentId.Value) && !ids.Contains(comment.Id) && (comment.ThreadId == from.Id || comment.ThreadId == to.Id))
            .OrderBy(comment => comment.Sequence).Select(comment => new { comment.Id, IsLeft = comment.ThreadId == from.Id }).ToListAsync(cancellationToken);
        news.AddRange(parted.Select(answer => Of(DiscussionEvents.CommentParted, answer.IsLeft ? from : to, answer.Id)));
        news.AddRange([Of(DiscussionEvents.ThreadChanged, from, from.Id), Of(DiscussionEvents.ThreadChanged, to, to.Id)]);
        await events.AppendAllAsync(db, from.GroupId, news, cancellationToken);

        NewEvent Of(string kind, DiscussionThread thread, Guid subjectId) => new(kind, moderator.AccountId) { ReadingId = thread.ReadingId, ThreadId = thread.Id, SubjectId = subjectId };
    }

    // How far everybody had read the thread that they leave. Who never looked at it knew what was said before they joined.
    private static async Task KeepReadAsync(StudyGroupDbContext db, Guid moveId, DiscussionThread from, IReadOnlyList<Comment> comments, CancellationToken cancellationToken)
    {
        var seen = await db.ThreadVisits().AsNoTracking().Where(visit => visit.ThreadId == from.Id).ToDictionaryAsync(visit => visit.AccountId, visit => visit.Seen, cancellationToken);
        var oldest = comments.Min(comment => comment.PostedAt);
        var joined = await db.Memberships().Where(member => member.GroupId == from.GroupId && member.Status == MembershipStatus.Active && member.JoinedAt > oldest)
            .Select(member => new { member.AccountId, member.JoinedAt }).ToListAsync(cancellationToken);
        foreach (var member in joined)
            seen.TryAdd(member.AccountId, comments.Where(comment => comment.PostedAt < member.JoinedAt).Max(comment => comment.Sequence));

        var known = await db.MoveVisits().AsNoTracking().Where(visit => visit.MoveId == moveId).ToDictionaryAsync(visit => visit.AccountId, visit => visit.Seen, cancellationToken);
        await db.MoveVisits().Where(visit => visit.MoveId == moveId).ExecuteDeleteAsync(cancellationToken);
        foreach (var (account, number) in known)
            seen[account] = Math.Max(number, seen.GetValueOrDefault(account));
        db.MoveVisits().AddRange(seen.Select(visit => new MoveVisit { MoveId = moveId, AccountId = visit.Key, Seen = visit.Value }));
    }

    // The comment that opened a thread goes on to do so while it is there, also when older ones come.
    private static async Task RecountAsync(StudyGroupDbContext db, DiscussionThread thread, CancellationToken cancellationToken)
    {
        var all = db.Comments().Where(comment => comment.ThreadId == thread.Id);
        var last = await all.OrderByDescending(comment => comment.Sequence).Select(comment => new { comment.Sequence, comment.PostedAt }).FirstOrDefaultAsync(cancellationToken);
        var first = await all.AnyAsync(comment => comment.Sequence == thread.FirstSequence, cancellationToken) ? thread.FirstSequence : await all.MinAsync(comment => (long?)comment.Sequence, cancellationToken) ?? 0;
        thread.Recount(first, last?.Sequence ?? 0, last?.PostedAt ?? thread.LastAt, await all.CountAsync(comment => comment.DeletedAt == null && comment.HiddenAt == null, cancellationToken));
    }
}
