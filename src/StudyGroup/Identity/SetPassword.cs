using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>The holder of a one-time link gives the account a password.</summary>
public sealed record SetPassword(string Token, string Password);

/// <summary>Uses the link up: of two holders at the same moment the database lets one through.</summary>
public sealed class SetPasswordHandler(PasswordLinks links, PasswordHashing hashing, Credentials credentials, WriteTransactions transactions)
{
    public async Task<Result> HandleAsync(SetPassword request, CancellationToken cancellationToken)
    {
        var link = await links.ReadAsync(request.Token, cancellationToken);
        if (!link.Succeeded)
            return link.Error;

        var account = link.Value;
        var rules = PasswordRules.Check(request.Password, account.Email ?? "", account.DisplayName);
        if (!rules.Succeeded)
            return rules;

        var hash = await hashing.HashAsync(request.Password, cancellationToken);
        if (!hash.Succeeded)
            return hash.Error;

        var stamp = await transactions.RunAsync(
            (db, ct) => credentials.ReplaceAsync(db, account.Id, account.SecurityStamp ?? "", hash.Value, null, ct), cancellationToken);
        return new Result(stamp.Error);
    }
}
