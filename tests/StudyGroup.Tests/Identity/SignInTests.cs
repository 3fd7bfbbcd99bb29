using StudyGroup.Identity;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Identity;

public sealed class SignInTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task The_right_password_opens_a_session_under_any_spelling_of_the_address(Engine engine)
    {
        await using var core = await IdentityCore.CreateAsync(engine, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);

        var cookie = (await core.SignInAsync(" ANA@Example.org", IdentityCore.Password, Cancellation)).Value;

        Assert.NotNull(cookie);
        var holder = await core.Get<SessionQueries>().FindAsync(cookie, Cancellation);
        Assert.Equal((ana.Id, "Ana", true), (holder?.AccountId, holder?.Name, holder?.MayWrite));
    }

    [Fact]
    public async Task Unknown_and_known_accounts_get_the_same_words()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        await core.AccountAsync("Ana", Cancellation);

        var known = await core.SignInAsync("ana@example.org", "not the secret", Cancellation);
        var unknown = await core.SignInAsync("nobody@example.org", "not the secret", Cancellation);

        Assert.NotNull(known.Error);
        Assert.Equal(known.Error, unknown.Error);
    }

    [Fact]
    public async Task An_account_without_a_password_cannot_be_signed_in_to()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        await core.Get<CreateOwnerHandler>().HandleAsync(new CreateOwner("head@example.org"), Cancellation);

        Assert.False((await core.SignInAsync("head@example.org", "", Cancellation)).Succeeded);
    }

    [Fact]
    public async Task Ten_wrong_passwords_slow_this_address_and_no_other()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        await core.AccountAsync("Ana", Cancellation);
        var words = new HashSet<string?>();
        for (var guess = 0; guess < 10; guess++)
            words.Add((await core.SignInAsync("ana@example.org", $"guess number {guess}", Cancellation)).Error?.Message);

        var slowed = await core.SignInAsync("ana@example.org", IdentityCore.Password, Cancellation);
        var elsewhere = await core.SignInAsync("ana@example.org", IdentityCore.Password, Cancellation, IdentityCore.Elsewhere);

        Assert.Equal(ErrorKind.TooMany, slowed.Error?.Kind);
        Assert.Equal([slowed.Error?.Message], words);
        Assert.True(elsewhere.Succeeded);
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_the_right_password_works_again()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation, ("Limits:SignInTriesPerAccount", "1"));
        await core.AccountAsync("Ana", Cancellation);
        await core.SignInAsync("ana@example.org", "not the secret", Cancellation);
        Assert.False((await core.SignInAsync("ana@example.org", IdentityCore.Password, Cancellation)).Succeeded);

        core.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.True((await core.SignInAsync("ana@example.org", IdentityCore.Password, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task One_address_may_not_try_one_password_on_every_account()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation, ("Limits:SignInTriesPerAddress", "3"));

        var answers = new List<Error?>();
        for (var account = 0; account < 4; account++)
            answers.Add((await core.SignInAsync($"person{account}@example.org", "spring cleaning", Cancellation)).Error);

        Assert.Equal([ErrorKind.Invalid, ErrorKind.Invalid, ErrorKind.Invalid, ErrorKind.TooMany], answers.Select(error => error?.Kind ?? default));
    }

    [Fact]
    public async Task Right_passwords_are_never_counted()
    {
        await using var core = await IdentityCore.CreateAsync(
            Engine.Sqlite, Cancellation, ("Limits:SignInTriesPerAccount", "2"), ("Limits:SignInTriesPerAddress", "2"));
        var ana = await core.AccountAsync("Ana", Cancellation);

        for (var time = 0; time < 4; time++)
            await core.SignedInAsync(ana, Cancellation);

        Assert.True((await core.SignInAsync("ana@example.org", IdentityCore.Password, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task A_queue_of_passwords_that_is_full_refuses_and_stays_alive()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation, ("Limits:PasswordsWaiting", "1"));
        var hashing = core.Get<PasswordHashing>();

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => hashing.HashAsync("a long enough secret", Cancellation), Cancellation)));

        Assert.Contains(results, result => result.Error?.Code == "too-many");
        Assert.Contains(results, result => result.Succeeded);
        Assert.True((await hashing.HashAsync("a long enough secret", Cancellation)).Succeeded);
    }
}
