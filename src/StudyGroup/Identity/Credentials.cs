using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>Replaces a password: the one place where it is written, and where everything that rested on the old one ends.</summary>
public sealed class Credentials(EventLog events, TimeProvider time)
{
    /// <summary>Writes the hash if the account's stamp is still <paramref name="oldStamp"/>, and ends all sessions but <paramref name="keptSession"/>.</summary>
    /// <returns>The new stamp; a refusal when somebody else changed the credentials first.</returns>
    public async Task<Result<string>> ReplaceAsync(
        StudyGroupDbContext db, Guid accountId, string oldStamp, string hash, Guid? keptSession, CancellationToken cancellationToken)
    {
        var stamp = Account.NewStamp();
        var changed = await db.Accounts().Where(account => account.Id == accountId && account.SecurityStamp == oldStamp).ExecuteUpdateAsync(
            set => set.SetProperty(account => account.PasswordHash, hash).SetProperty(account => account.SecurityStamp, stamp), cancellationToken);
        if (changed == 0)
            return Errors.LinkNotUsable;

        var others = db.SignInSessions().Where(session => session.AccountId == accountId && session.Id != keptSession);
        await EndSessionHandler.EndAsync(others, time.GetUtcNow(), cancellationToken);
        await events.AppendAsync(db, accountId, EndSessionHandler.Ended(accountId, null), cancellationToken);
        return stamp;
    }
}
