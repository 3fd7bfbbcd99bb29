using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>A member gives a new password, and the present one as proof.</summary>
public sealed record ChangePassword(string Present, string Next, Guid SessionId);

/// <summary>Changes the password and ends every other session of the account.</summary>
public sealed class ChangePasswordHandler(PasswordConfirmation confirmation, PasswordHashing hashing, Credentials credentials, WriteTransactions transactions)
{
    /// <returns>What the browser's new cookie has to name.</returns>
    public async Task<Result<SignedIn>> HandleAsync(ChangePassword request, CurrentMember member, CancellationToken cancellationToken)
    {
        var confirmed = await confirmation.CheckAsync(member.AccountId, request.Present, cancellationToken);
        if (!confirmed.Succeeded)
            return confirmed.Error;

        var account = confirmed.Value;
        var rules = PasswordRules.Check(request.Next, account.Email ?? "", account.DisplayName);
        if (!rules.Succeeded)
            return rules.Error;

        var hash = await hashing.HashAsync(request.Next, cancellationToken);
        if (!hash.Succeeded)
            return hash.Error;

        var stamp = await transactions.RunAsync(
            (db, ct) => credentials.ReplaceAsync(db, account.Id, account.SecurityStamp ?? "", hash.Value, request.SessionId, ct), cancellationToken);
        return stamp.Succeeded ? new SignedIn(account.Id, request.SessionId, stamp.Value) : stamp.Error;
    }
}
