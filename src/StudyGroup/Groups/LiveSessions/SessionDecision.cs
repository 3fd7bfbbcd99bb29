using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>What everything that is done in a live session has in common.</summary>
public sealed class SessionDecision(WriteTransactions writes, EventLog events, TimeProvider time)
{
    /// <summary>The event is appended first, which locks the stream: what is decided on is what the last writer left.</summary>
    internal async Task<Result> DecideAsync(
        Guid sessionId, string kind, Permission permission, CurrentMember member, Func<SessionMoment, CancellationToken, Task<Error?>> decide, CancellationToken cancellationToken)
    {
        var decided = await writes.RunAsync(
            async (db, ct) =>
            {
                var place = await db.LiveSessions().Where(row => row.Id == sessionId && db.ReadableGroups(member.AccountId).Contains(row.GroupId))
                    .Select(row => new { row.GroupId, row.ReadingId }).SingleOrDefaultAsync(ct);
                if (place is null)
                    return Error.NotFound;

                var sequence = await events.AppendAsync(
                    db, place.GroupId, new NewEvent(kind, member.AccountId) { ReadingId = place.ReadingId, SubjectId = sessionId }, ct);
                var asked = await db.AskAsync(place.GroupId, member, permission, ct);
                if (!asked.Succeeded)
                    return asked.Error;

                var session = await db.LiveSessions().Include(row => row.Hands).SingleAsync(row => row.Id == sessionId, ct);
                if (session.EndedAt is not null)
                    return LiveSessionErrors.Over;
                return await decide(new SessionMoment(db, session, asked.Value, sequence, time.GetUtcNow()), ct) is { } refusal ? refusal : Result.Success;
            },
            cancellationToken);
        return decided.Error == LiveSessionErrors.Unchanged ? Result.Success : decided;
    }

    /// <summary>The same for who leads.</summary>
    internal Task<Result> LeadAsync(Guid sessionId, string kind, CurrentMember facilitator, Func<SessionMoment, CancellationToken, Task<Error?>> decide, CancellationToken cancellationToken) =>
        DecideAsync(
            sessionId,
            kind,
            Permission.Discuss,
            facilitator,
            async (moment, ct) => moment.Session.FacilitatorId == facilitator.AccountId ? await decide(moment, ct) : LiveSessionErrors.NotLeading,
            cancellationToken);

    /// <summary>The same where nothing more is read.</summary>
    internal Task<Result> LeadAsync(Guid sessionId, string kind, CurrentMember facilitator, Func<SessionMoment, Error?> decide, CancellationToken cancellationToken) =>
        LeadAsync(sessionId, kind, facilitator, (moment, _) => Task.FromResult(decide(moment)), cancellationToken);
}

/// <summary>A session while something is decided in it.</summary>
/// <param name="Sequence">Number of the event that will tell of it.</param>
internal sealed record SessionMoment(StudyGroupDbContext Db, LiveSession Session, Membership Member, long Sequence, DateTimeOffset Now);
