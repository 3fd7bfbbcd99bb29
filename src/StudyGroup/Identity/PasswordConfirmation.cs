using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>Asks a signed-in member for the password once more before credentials change, because the open page may be in somebody else's hands.</summary>
public sealed class PasswordConfirmation(IDbContextFactory<StudyGroupDbContext> contexts, PasswordHashing hashing, SignInThrottle throttle)
{
    /// <returns>The account as it is stored, or why not.</returns>
    public async Task<Result<Account>> CheckAsync(Guid accountId, string password, CancellationToken cancellationToken)
    {
        if (!throttle.TryConfirm(accountId))
            return Errors.TooManyPasswords;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Accounts().AsNoTracking().SingleOrDefaultAsync(row => row.Id == accountId, cancellationToken);
        var match = await hashing.MatchesAsync(account?.PasswordHash, password, cancellationToken);
        if (!match.Succeeded)
        {
            throttle.GiveBackConfirming(accountId);
            return match.Error;
        }

        if (account is null || !match.Value)
            return Errors.WrongPassword;

        throttle.ForgiveConfirming(accountId);
        return account;
    }
}
