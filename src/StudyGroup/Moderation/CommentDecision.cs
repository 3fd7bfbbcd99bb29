using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Moderation;

/// <summary>What hiding and restoring have in common: the group of the stored comment is asked, the event is appended, the act is written down.</summary>
public sealed class CommentDecision(WriteTransactions writes, EventLog events, TimeProvider time)
{
    internal Task<Result> DecideAsync(
        Guid commentId, string action, string eventKind, string reason, CurrentMember moderator, Func<Comment, DiscussionThread, Result> decide, CancellationToken cancellationToken) =>
        writes.RunAsync(
            async (db, ct) =>
            {
                var place = await (
                    from row in db.Comments()
                    where row.Id == commentId
                    join thread in db.Threads() on row.ThreadId equals thread.Id
                    where !thread.IsPrivate
                    select new { thread.Id, thread.GroupId, thread.ReadingId }).SingleOrDefaultAsync(ct);
                if (place is null)
                    return Error.NotFound;

                await events.AppendAsync(
                    db, place.GroupId, new NewEvent(eventKind, moderator.AccountId) { ReadingId = place.ReadingId, ThreadId = place.Id, SubjectId = commentId }, ct);
                var asked = await db.AskAsync(place.GroupId, moderator, Permission.Moderate, ct);
                if (!asked.Succeeded)
                    return asked.Error;

                // The event has locked the stream: a move that was confirmed meanwhile holds, and this one is told in the thread where the comment is.
                var comment = await db.Comments().SingleAsync(row => row.Id == commentId, ct);
                if (comment.ThreadId != place.Id)
                    return Error.Conflict("moved", "This post was moved to another thread just now. Try again.");
                var decided = decide(comment, await db.Threads().SingleAsync(thread => thread.Id == place.Id, ct));
                if (decided.Succeeded)
                    db.AuditEntries().Add(Entry(place.GroupId, moderator, action, commentId, reason, time.GetUtcNow()));
                return decided;
            },
            cancellationToken);

    internal static AuditEntry Entry(Guid groupId, CurrentMember actor, string action, Guid subjectId, string reason, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        GroupId = groupId,
        ActorId = actor.AccountId,
        Action = action,
        SubjectId = subjectId,
        Reason = reason.Trim(),
        At = now,
    };
}
