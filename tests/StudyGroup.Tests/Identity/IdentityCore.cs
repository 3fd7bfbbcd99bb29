using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Identity;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;

namespace StudyGroup.Tests.Identity;

/// <summary>The core with accounts, and short ways to the usual steps.</summary>
internal static class IdentityCore
{
    public const string Password = "a long enough secret";

    public static readonly IPAddress Home = IPAddress.Parse("192.0.2.10");
    public static readonly IPAddress Elsewhere = IPAddress.Parse("198.51.100.7");

    public static Task<CoreServices> CreateAsync(Engine engine, CancellationToken cancellationToken, params (string Key, string Value)[] settings) =>
        CoreServices.CreateAsync(
            engine,
            cancellationToken,
            services =>
            {
                services.AddDataProtection().UseEphemeralDataProtectionProvider();
                services.AddIdentity();
            },
            settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));

    public static async Task<Account> AccountAsync(this CoreServices core, string name, CancellationToken cancellationToken, bool isAdministrator = false)
    {
        var account = Account.Open($"{name.ToLowerInvariant()}@example.org", name, core.Clock.GetUtcNow());
        account.IsSiteAdministrator = isAdministrator;
        account.PasswordHash = (await core.Get<PasswordHashing>().HashAsync(Password, cancellationToken)).Value;
        await using var db = await core.ReadAsync(cancellationToken);
        db.Accounts().Add(account);
        await db.SaveChangesAsync(cancellationToken);
        return account;
    }

    public static CurrentMember Member(this Account account) => new(account.Id, account.DisplayName, account.IsSiteAdministrator);

    public static Task<Result<SignedIn>> SignInAsync(this CoreServices core, string email, string password, CancellationToken cancellationToken, IPAddress? from = null) =>
        core.Get<SignInHandler>().HandleAsync(new SignIn(email, password, from ?? Home), cancellationToken);

    public static async Task<SignedIn> SignedInAsync(this CoreServices core, Account account, CancellationToken cancellationToken) =>
        (await core.SignInAsync(account.Email ?? "", Password, cancellationToken)).Value ?? throw new InvalidOperationException("The sign-in was refused.");

    public static async Task<bool> IsSignedInAsync(this CoreServices core, SignedIn cookie, CancellationToken cancellationToken) =>
        await core.Get<SessionQueries>().FindAsync(cookie, cancellationToken) is not null;

    /// <summary>The sessions that were said to have ended in the account's stream, in order.</summary>
    public static async Task<List<Guid?>> EndedAsync(this CoreServices core, Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await core.ReadAsync(cancellationToken);
        return await db.StreamEvents().Where(row => row.StreamId == accountId && row.Kind == RightsEvents.SessionEnded)
            .OrderBy(row => row.Sequence).Select(row => row.SubjectId).ToListAsync(cancellationToken);
    }
}
