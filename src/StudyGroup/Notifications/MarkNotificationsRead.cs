using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Notifications;

/// <summary>
/// The member has seen one notification, every one of a thread, or (neither given) all of them; in each case none that came after
/// <paramref name="UpTo"/>, the number of the newest that was shown.
/// </summary>
public sealed record MarkNotificationsRead(Guid? NotificationId = null, Guid? ThreadId = null, long? UpTo = null);

public sealed class MarkNotificationsReadHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    /// <summary>Tells the member's other pages when something changed.</summary>
    public Task<Result> HandleAsync(MarkNotificationsRead request, CurrentMember member, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, ct) =>
        {
            var now = time.GetUtcNow();
            var changed = await db.NotificationsFor(member.AccountId)
                .Where(notice => notice.ReadAt == null
                    && (request.NotificationId == null || notice.Id == request.NotificationId)
                    && (request.ThreadId == null || db.Comments().Any(comment => comment.Id == notice.CommentId && comment.ThreadId == request.ThreadId))
                    && (request.UpTo == null || notice.Sequence <= request.UpTo))
                .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), ct);
            if (changed > 0)
                await events.AppendAsync(db, member.AccountId, new NewEvent(NotificationEvents.Read, member.AccountId), ct);
            return Result.Success;
        },
        cancellationToken);
}
