using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>Whoever runs the installation names a site administrator.</summary>
public sealed record CreateOwner(string Email);

/// <summary>What became of it: the one-time link to set the password, and whether the account was there before.</summary>
public sealed record OwnerCreated(string Link, bool Existed);

/// <summary>Makes the account a site administrator, and the account itself when there is none.</summary>
public sealed class CreateOwnerHandler(WriteTransactions transactions, PasswordLinks links, TimeProvider time)
{
    public async Task<Result<OwnerCreated>> HandleAsync(CreateOwner request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Check(request.Email);
        return email.Succeeded
            ? await transactions.RunAsync((db, ct) => CreateAsync(db, email.Value, ct), cancellationToken)
            : email.Error;
    }

    private async Task<Result<OwnerCreated>> CreateAsync(StudyGroupDbContext db, string email, CancellationToken cancellationToken)
    {
        var normalized = Account.NormalizeEmail(email);
        var account = await db.Accounts().SingleOrDefaultAsync(row => row.NormalizedEmail == normalized, cancellationToken);
        var existed = account is not null;
        if (account is null)
        {
            account = Account.Open(email, await FreeNameAsync(db, email, cancellationToken), time.GetUtcNow());
            db.Accounts().Add(account);
        }

        account.IsSiteAdministrator = true;
        return new OwnerCreated(links.AddressFor(account), existed);
    }

    // The owner chooses a name of their own later; until then the part before the @ has to do, with a number when it is taken.
    private static async Task<string> FreeNameAsync(StudyGroupDbContext db, string email, CancellationToken cancellationToken)
    {
        var name = DisplayName.Check(email[..email.IndexOf('@', StringComparison.Ordinal)]) is { Succeeded: true, Value: var local } ? local : "Owner";
        var candidate = name;
        for (var number = 2; ; number++)
        {
            var folded = NameFolding.Fold(candidate);
            if (!await db.Accounts().AnyAsync(account => account.FoldedName == folded, cancellationToken))
                return candidate;
            candidate = string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
        }
    }
}
