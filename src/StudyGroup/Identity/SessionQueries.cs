using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>Who is behind a session or an access token, as the account is now.</summary>
public sealed record Holder(Guid AccountId, Guid HolderId, string Name, string TimeZone, string Language, bool IsSiteAdministrator, bool MayWrite, DateTimeOffset? ExpiresAt);

/// <summary>Asks, at each request, whether a cookie or an access token still stands.</summary>
public sealed class SessionQueries(IDbContextFactory<StudyGroupDbContext> contexts, TimeProvider time)
{
    /// <summary>However often it is used, a session ends after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    // Not static: a compiled query belongs to the model of one engine.
    private readonly Func<StudyGroupDbContext, Guid, Guid, string, DateTimeOffset, CancellationToken, Task<Holder?>> bySession =
        EF.CompileAsyncQuery((StudyGroupDbContext db, Guid account, Guid session, string stamp, DateTimeOffset oldest, CancellationToken _) => (
            from open in db.Set<SignInSession>()
            where open.Id == session && open.AccountId == account && open.EndedAt == null && open.StartedAt > oldest
            join owner in db.Users on open.AccountId equals owner.Id
            where owner.SecurityStamp == stamp
            select new Holder(owner.Id, open.Id, owner.DisplayName, owner.TimeZone, owner.Language, owner.IsSiteAdministrator, true, null)).TagWith(KeptConnection.Tag).SingleOrDefault());

    private readonly Func<StudyGroupDbContext, string, DateTimeOffset, CancellationToken, Task<Holder?>> byToken =
        EF.CompileAsyncQuery((StudyGroupDbContext db, string hash, DateTimeOffset now, CancellationToken _) => (
            from token in db.Set<AccessToken>()
            where token.Hash == hash && token.RevokedAt == null && (token.ExpiresAt == null || token.ExpiresAt > now)
            join owner in db.Users on token.AccountId equals owner.Id
            select new Holder(owner.Id, token.Id, owner.DisplayName, owner.TimeZone, owner.Language, owner.IsSiteAdministrator, token.MayWrite, token.ExpiresAt)).TagWith(KeptConnection.Tag).SingleOrDefault());

    /// <summary>Null when the session has ended or the account's credentials are others now.</summary>
    public async Task<Holder?> FindAsync(SignedIn cookie, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await bySession(db, cookie.AccountId, cookie.SessionId, cookie.Stamp, time.GetUtcNow() - Longest, cancellationToken);
    }

    /// <summary>Null when no such token is in use.</summary>
    public async Task<Holder?> FindAsync(string accessToken, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await byToken(db, Secret.Hash(accessToken), time.GetUtcNow(), cancellationToken);
    }

    /// <summary>Whether the session is open, or the access token in use, still; for pages that stay open, whose own browser may have changed the password.</summary>
    public async Task<bool> IsOpenAsync(Guid holderId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var oldest = now - Longest;
        return await db.SignInSessions().AnyAsync(session => session.Id == holderId && session.EndedAt == null && session.StartedAt > oldest, cancellationToken)
            || await db.AccessTokens().AnyAsync(token => token.Id == holderId && token.RevokedAt == null && (token.ExpiresAt == null || token.ExpiresAt > now), cancellationToken);
    }
}
