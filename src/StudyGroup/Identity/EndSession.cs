using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>Signs one browser out, or with no <paramref name="SessionId"/> all of them.</summary>
public sealed record EndSession(Guid AccountId, Guid? SessionId);

/// <summary>Ends sessions; the event closes their open pages. Ending what has ended changes nothing.</summary>
public sealed class EndSessionHandler(WriteTransactions transactions, EventLog events, TimeProvider time)
{
    public Task<Result> HandleAsync(EndSession request, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            async (db, ct) =>
            {
                var sessions = db.SignInSessions().Where(session =>
                    session.AccountId == request.AccountId && (request.SessionId == null || session.Id == request.SessionId));
                if (await EndAsync(sessions, time.GetUtcNow(), ct) > 0)
                    await events.AppendAsync(db, request.AccountId, Ended(request.AccountId, request.SessionId), ct);
                return Result.Success;
            },
            cancellationToken);

    internal static Task<int> EndAsync(IQueryable<SignInSession> sessions, DateTimeOffset now, CancellationToken cancellationToken) =>
        sessions.Where(session => session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);

    /// <param name="accountId">Whose.</param>
    /// <param name="holderId">The session or access token that lost its right; null closes every page of the account, and those that still may come back by themselves.</param>
    internal static NewEvent Ended(Guid accountId, Guid? holderId) => new(RightsEvents.SessionEnded, accountId) { SubjectId = holderId };
}
