using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Every comment of the thread up to this number was on the member's screen for a while.</summary>
public sealed record MarkSeen(Guid ThreadId, long Sequence);

public sealed class MarkSeenHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    // A page that is looked at again and again is one visit.
    private static readonly TimeSpan SameVisit = TimeSpan.FromMinutes(10);

    /// <summary>A smaller number than one said before changes nothing, from whichever tab it comes; the member's other pages hear of a greater one.</summary>
    public async Task<Result> HandleAsync(MarkSeen request, CurrentMember member, CancellationToken cancellationToken)
    {
        try
        {
            return await writes.RunAsync((db, ct) => MarkAsync(db, request, member, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Two tabs looked for the first time at once: the row is there now, and this one moves it.
            return await writes.RunAsync((db, ct) => MarkAsync(db, request, member, ct), cancellationToken);
        }
    }

    private async Task<Result> MarkAsync(StudyGroupDbContext db, MarkSeen request, CurrentMember member, CancellationToken cancellationToken)
    {
        var place = await db.ThreadsFor(member.AccountId).Where(thread => thread.Id == request.ThreadId)
            .Select(thread => new { thread.GroupId, thread.ReadingId, thread.LastSequence }).SingleOrDefaultAsync(cancellationToken);
        if (place is null)
            return Error.NotFound;
        var asked = await db.AskAsync(place.GroupId, member, Permission.Read, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;

        // What is not written yet cannot have been seen.
        var seen = Math.Clamp(request.Sequence, 0, place.LastSequence);
        var now = time.GetUtcNow();
        var own = db.ThreadVisits().Where(visit => visit.AccountId == member.AccountId && visit.ThreadId == request.ThreadId);
        var visit = await own.Select(row => new { row.Seen, row.At }).SingleOrDefaultAsync(cancellationToken);
        if (visit is not null && visit.Seen >= seen)
        {
            if (visit.At < now - SameVisit)
                await own.ExecuteUpdateAsync(set => set.SetProperty(row => row.At, now), cancellationToken);
            return Result.Success;
        }

        // The number first: all tabs of the member queue for it with nothing else in hand, so that no two can wait for each other.
        await events.AppendAsync(
            db,
            member.AccountId,
            new NewEvent(DiscussionEvents.ThreadSeen, member.AccountId) { ReadingId = place.ReadingId, ThreadId = request.ThreadId, SubjectId = request.ThreadId },
            cancellationToken);
        var grew = await own.Where(row => row.Seen < seen)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Seen, seen).SetProperty(row => row.At, now), cancellationToken);
        if (grew == 0 && !await own.AnyAsync(cancellationToken))
            db.ThreadVisits().Add(new ThreadVisit { AccountId = member.AccountId, ThreadId = request.ThreadId, Seen = seen, At = now });
        return Result.Success;
    }
}
