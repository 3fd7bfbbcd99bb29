using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Identity;

/// <summary>What a member sees of their own account.</summary>
public sealed record Profile(string Email, string DisplayName, string TimeZone, string Language);

/// <summary>An access token as its owner sees it: everything but the secret.</summary>
public sealed record AccessTokenRow(Guid Id, string Name, bool MayWrite, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary>Reads for the account pages.</summary>
public sealed class ProfileQueries(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public async Task<Profile?> FindAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts().Where(account => account.Id == accountId)
            .Select(account => new Profile(account.Email ?? "", account.DisplayName, account.TimeZone, account.Language))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The tokens that were not revoked, newest first.</summary>
    public async Task<IReadOnlyList<AccessTokenRow>> AccessTokensAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AccessTokens().Where(token => token.AccountId == accountId && token.RevokedAt == null)
            .OrderByDescending(token => token.CreatedAt).ThenByDescending(token => token.Id)
            .Select(token => new AccessTokenRow(token.Id, token.Name, token.MayWrite, token.CreatedAt, token.ExpiresAt, token.LastUsedAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Which of these addresses have an account, in the order given.</summary>
    public async Task<IReadOnlyList<string>> ExistingAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = emails.Select(Shared.Account.NormalizeEmail).ToArray();
        var found = await db.Accounts().Where(account => wanted.Contains(account.NormalizedEmail)).Select(account => account.NormalizedEmail).ToListAsync(cancellationToken);
        return [.. emails.Where(email => found.Contains(Shared.Account.NormalizeEmail(email)))];
    }
}
