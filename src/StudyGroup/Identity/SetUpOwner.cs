using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>The holder of the setup link becomes the first site administrator.</summary>
public sealed record SetUpOwner(string Token, string DisplayName, string Email, string Password)
{
    public BrowserHabits Habits { get; init; } = BrowserHabits.Unknown;
}

/// <summary>Uses the setup link up and makes the account; a refusal leaves the link as it was.</summary>
public sealed class SetUpOwnerHandler(SetupLink link, AccountOpening opening, WriteTransactions transactions)
{
    public async Task<Result<Account>> HandleAsync(SetUpOwner request, CancellationToken cancellationToken)
    {
        if (!link.IsUsable(request.Token))
            return Errors.LinkNotUsable;

        var opened = await opening.PrepareAsync(request.DisplayName, request.Email, request.Password, request.Habits, cancellationToken);
        if (!opened.Succeeded)
            return opened.Error;
        if (!link.TryClaim(request.Token))
            return Errors.LinkNotUsable;

        var stored = false;
        try
        {
            opened.Value.IsSiteAdministrator = true;
            var result = await transactions.RunAsync((db, ct) => AddAsync(db, opened.Value, ct), cancellationToken);
            stored = result.Succeeded;
            return stored ? opened.Value : result.Error ?? Errors.LinkNotUsable;
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return Errors.AccountTaken;
        }
        finally
        {
            if (stored)
                link.Discard();
            else
                link.Release();
        }
    }

    private static async Task<Result> AddAsync(StudyGroupDbContext db, Account owner, CancellationToken cancellationToken)
    {
        if (await db.Accounts().AnyAsync(account => account.IsSiteAdministrator, cancellationToken))
            return Errors.LinkNotUsable;

        db.Accounts().Add(owner);
        return Result.Success;
    }
}
