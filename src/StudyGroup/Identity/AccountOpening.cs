using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>Checks what a person gave for a new account and makes the account, not yet stored.</summary>
public sealed class AccountOpening(PasswordHashing hashing, TimeProvider time)
{
    public async Task<Result<Account>> PrepareAsync(string displayName, string email, string password, BrowserHabits habits, CancellationToken cancellationToken)
    {
        var name = DisplayName.Check(displayName);
        if (!name.Succeeded)
            return name.Error;
        var address = EmailAddress.Check(email);
        if (!address.Succeeded)
            return address.Error;
        var rules = PasswordRules.Check(password, address.Value, name.Value);
        if (!rules.Succeeded)
            return rules.Error;

        var hash = await hashing.HashAsync(password, cancellationToken);
        if (!hash.Succeeded)
            return hash.Error;

        var account = Account.Open(address.Value, name.Value, time.GetUtcNow());
        account.PasswordHash = hash.Value;
        account.Language = habits.Language;
        account.TimeZone = habits.TimeZone;
        return account;
    }
}
