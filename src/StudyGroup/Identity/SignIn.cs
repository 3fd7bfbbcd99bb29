using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>Somebody says who they are and proves it with a password.</summary>
public sealed record SignIn(string Email, string Password, IPAddress? Address);

/// <summary>What the browser's cookie names: the account, this one session, and the state of the account's credentials.</summary>
public sealed record SignedIn(Guid AccountId, Guid SessionId, string Stamp);

/// <summary>Checks a password and starts a session. Known or not, slowed or not: the words are the same.</summary>
public sealed partial class SignInHandler(
    IDbContextFactory<StudyGroupDbContext> contexts,
    WriteTransactions transactions,
    PasswordHashing hashing,
    SignInThrottle throttle,
    TimeProvider time,
    ILogger<SignInHandler> logger)
{
    public async Task<Result<SignedIn>> HandleAsync(SignIn request, CancellationToken cancellationToken)
    {
        var email = Account.NormalizeEmail(request.Email.Length > TextLimits.Email ? request.Email[..TextLimits.Email] : request.Email);
        if (!throttle.TryEnter(email, request.Address))
        {
            LogSlowed(request.Address);
            return Errors.TooManySignIns;
        }

        var account = await FindAsync(email, cancellationToken);
        var match = await hashing.MatchesAsync(account?.PasswordHash, request.Password, cancellationToken);
        if (!match.Succeeded)
        {
            throttle.GiveBack(email, request.Address);
            return match.Error;
        }

        if (account is null || !match.Value)
        {
            LogRefused(account?.Id, request.Address);
            return Errors.WrongSignIn;
        }

        throttle.Forgive(email, request.Address);
        return await StartAsync(account.Id, account.SecurityStamp ?? "", cancellationToken);
    }

    /// <summary>Starts a session for an account that has proved itself in another way.</summary>
    public async Task<Result<SignedIn>> StartAsync(Guid accountId, string stamp, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var session = new SignInSession { Id = Guid.CreateVersion7(now), AccountId = accountId, StartedAt = now };
        var started = await transactions.RunAsync(
            (db, _) =>
            {
                db.SignInSessions().Add(session);
                return Task.FromResult(Result.Success);
            },
            cancellationToken);
        if (!started.Succeeded)
            return started.Error;

        LogStarted(accountId);
        return new SignedIn(accountId, session.Id, stamp);
    }

    private async Task<Account?> FindAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts().AsNoTracking().SingleOrDefaultAsync(account => account.NormalizedEmail == normalizedEmail, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {AccountId} signed in")]
    private partial void LogStarted(Guid accountId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in from {Address} was refused for account {AccountId}")]
    private partial void LogRefused(Guid? accountId, IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-ins from {Address} are slowed after too many wrong tries")]
    private partial void LogSlowed(IPAddress? address);
}
