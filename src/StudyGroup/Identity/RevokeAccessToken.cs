using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>A member ends one of their access tokens.</summary>
public sealed record RevokeAccessToken(Guid Id);

/// <summary>Revokes a token and, through the event, closes the connections that it opened.</summary>
public sealed class RevokeAccessTokenHandler(WriteTransactions transactions, EventLog events, TimeProvider time)
{
    public Task<Result> HandleAsync(RevokeAccessToken request, CurrentMember member, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            async (db, ct) =>
            {
                var now = time.GetUtcNow();
                var revoked = await db.AccessTokens()
                    .Where(token => token.Id == request.Id && token.AccountId == member.AccountId && token.RevokedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), ct);
                if (revoked == 0)
                    return new Result(Error.NotFound);

                await events.AppendAsync(db, member.AccountId, EndSessionHandler.Ended(member.AccountId, request.Id), ct);
                return Result.Success;
            },
            cancellationToken);
}
