using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>What accepting an answer, resolving, locking, pinning and the ways back have in common: a moderator may, and to settle it who started the thread may too.</summary>
public sealed class ThreadDecision(WriteTransactions writes, EventLog events, IActTrail trail)
{
    /// <summary>The event is appended first, which locks the stream: what is decided on is what the last writer left.</summary>
    /// <param name="subjectId">The comment that it is about, or the thread itself.</param>
    /// <param name="act">What is written down when a moderator decides about somebody else's thread.</param>
    internal async Task<Result> DecideAsync(
        Guid threadId,
        Guid subjectId,
        ThreadAct? act,
        CurrentMember member,
        Func<StudyGroupDbContext, DiscussionThread, CancellationToken, Task<Error?>> decide,
        CancellationToken cancellationToken)
    {
        var decided = await writes.RunAsync(
            async (db, ct) =>
            {
                var place = await db.ThreadsFor(member.AccountId).Where(thread => thread.Id == threadId)
                    .Select(thread => new { thread.GroupId, thread.ReadingId, thread.IsPrivate }).SingleOrDefaultAsync(ct);
                var isModerators = act is { IsModerators: true };
                if (place is null || (place.IsPrivate && isModerators))
                    return Error.NotFound;

                await events.AppendAsync(
                    db,
                    place.IsPrivate ? member.AccountId : place.GroupId,
                    new NewEvent(DiscussionEvents.ThreadChanged, member.AccountId) { ReadingId = place.ReadingId, ThreadId = threadId, SubjectId = subjectId },
                    ct);
                var asked = await db.AskAsync(place.GroupId, member, place.IsPrivate ? Permission.Read : isModerators ? Permission.Moderate : Permission.Discuss, ct);
                if (!asked.Succeeded)
                    return asked.Error;

                var thread = await db.Threads().SingleAsync(row => row.Id == threadId, ct);
                var moderates = GroupPolicy.Allows(Permission.Moderate, asked.Value.Role, asked.Value.Status);
                if (thread.StartedById != member.AccountId && !moderates)
                    return Errors.NotYoursToSettle;
                if (thread.LockedAt is not null && !moderates)
                    return Errors.Locked;
                if (await decide(db, thread, ct) is { } refusal)
                    return refusal;
                if (act is not null && (isModerators || thread.StartedById != member.AccountId))
                    trail.Note(db, thread.GroupId, member, act.Action, threadId, act.Reason);
                return Result.Success;
            },
            cancellationToken);
        return decided.Error == Errors.Unchanged ? Result.Success : decided;
    }
}

/// <summary>A decision that stays in the trace with its reason.</summary>
/// <param name="IsModerators">Whether it is what moderators alone do: lock and pin, and the ways back.</param>
internal sealed record ThreadAct(string Action, string Reason, bool IsModerators = false);
