using System.Net;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>Somebody wants an account. <paramref name="IsInvited"/> is the caller's word that a usable invitation was shown.</summary>
public sealed record RegisterAccount(string DisplayName, string Email, string Password, bool IsInvited, IPAddress? Address)
{
    public BrowserHabits Habits { get; init; } = BrowserHabits.Unknown;
}

/// <summary>
/// Makes an account. Whether the address had one already is never told: the answer and its time are the same, and the next step, signing in,
/// succeeds only for who knows the password.
/// </summary>
public sealed class RegisterAccountHandler(
    AccountOpening opening,
    WriteTransactions transactions,
    SignInThrottle throttle,
    Microsoft.Extensions.Options.IOptions<AccountOptions> options,
    TimeProvider time)
{
    // Longer than a hash and a durable write take together: what differs between the two cases is hidden behind it.
    private static readonly TimeSpan AnswerAfter = TimeSpan.FromMilliseconds(500);

    public async Task<Result> HandleAsync(RegisterAccount request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        if (!request.IsInvited && !options.Value.OpenRegistration)
            return Errors.RegistrationClosed;

        var opened = await opening.PrepareAsync(request.DisplayName, request.Email, request.Password, request.Habits, cancellationToken);
        if (!opened.Succeeded)
            return opened.Error;
        if (!throttle.TryRegister(request.Address))
            return Errors.TooManyRegistrations;

        var result = await StoreAsync(opened.Value, cancellationToken);
        if (time.GetElapsedTime(started) is var elapsed && elapsed < AnswerAfter)
            await Task.Delay(AnswerAfter - elapsed, time, cancellationToken);
        return result;
    }

    private async Task<Result> StoreAsync(Account account, CancellationToken cancellationToken)
    {
        try
        {
            return await transactions.RunAsync((db, ct) => AddAsync(db, account, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Somebody took the name or the address between the look and the write; the look now sees which.
            return await transactions.RunAsync((db, ct) => AddAsync(db, account, ct), cancellationToken);
        }
    }

    private static async Task<Result> AddAsync(StudyGroupDbContext db, Account account, CancellationToken cancellationToken)
    {
        if (await db.Accounts().AnyAsync(row => row.NormalizedEmail == account.NormalizedEmail, cancellationToken))
            return Result.Success;
        if (await db.Accounts().AnyAsync(row => row.FoldedName == account.FoldedName, cancellationToken))
            return Errors.NameTaken;

        db.Accounts().Add(account);
        return Result.Success;
    }
}
