using Microsoft.EntityFrameworkCore;
using StudyGroup.Identity;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Identity;

public sealed class RegisterAccountTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Who_was_invited_gets_an_account_and_can_sign_in(Engine engine)
    {
        await using var core = await IdentityCore.CreateAsync(engine, Cancellation);

        var result = await RegisterAsync(core, "Noor Aziz", "noor@example.org");

        Assert.True(result.Succeeded);
        Assert.True((await core.SignInAsync("noor@example.org", IdentityCore.Password, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task Without_an_invitation_registration_is_closed_unless_the_site_is_open()
    {
        await using var closed = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        await using var open = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation, ("Accounts:OpenRegistration", "true"));

        Assert.Equal("invitation", (await RegisterAsync(closed, "Noor", "noor@example.org", isInvited: false)).Error?.Code);
        Assert.True((await RegisterAsync(open, "Noor", "noor@example.org", isInvited: false)).Succeeded);
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_the_same_answer_and_keeps_its_password()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        await core.AccountAsync("Ana", Cancellation);

        var known = await RegisterAsync(core, "Somebody Else", "ANA@example.org", password: "the password of a stranger");
        var unknown = await RegisterAsync(core, "Another One", "other@example.org", password: "the password of a stranger");

        Assert.Equal(unknown, known);
        Assert.False((await core.SignInAsync("ana@example.org", "the password of a stranger", Cancellation)).Succeeded);
        Assert.True((await core.SignInAsync("ana@example.org", IdentityCore.Password, Cancellation)).Succeeded);
    }

    [Theory, BothEngines]
    public async Task A_name_that_looks_like_another_s_is_refused(Engine engine)
    {
        await using var core = await IdentityCore.CreateAsync(engine, Cancellation);
        await core.AccountAsync("Ana", Cancellation);

        var result = await RegisterAsync(core, "Аnа", "impostor@example.org");

        Assert.Equal("name-taken", result.Error?.Code);
    }

    [Theory, BothEngines]
    public async Task Of_ten_who_take_one_name_at_once_one_gets_it(Engine engine)
    {
        await using var core = await IdentityCore.CreateAsync(engine, Cancellation);

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(person =>
            Task.Run(() => RegisterAsync(core, person % 2 == 0 ? "Noor" : "NOOR", $"noor{person}@example.org"), Cancellation)));

        await using var db = await core.ReadAsync(Cancellation);
        Assert.Single(results, result => result.Succeeded);
        Assert.Equal(1, await db.Accounts().CountAsync(Cancellation));
    }

    [Fact]
    public async Task One_network_can_make_so_many_accounts_in_an_hour()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation, ("Limits:RegistrationsPerAddress", "1"));
        await RegisterAsync(core, "Noor", "noor@example.org");

        Assert.Equal("too-many", (await RegisterAsync(core, "Ben", "ben@example.org")).Error?.Code);
        core.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await RegisterAsync(core, "Ben", "ben@example.org")).Succeeded);
    }

    [Fact]
    public async Task The_profile_takes_a_zone_of_the_world_and_a_name_of_one_s_own()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);
        await core.AccountAsync("Ben", Cancellation);
        var edit = core.Get<EditProfileHandler>();

        Assert.True((await edit.HandleAsync(new("Ana Ruiz", "Europe/Lisbon", "en"), ana.Member(), Cancellation)).Succeeded);
        Assert.Equal("name-taken", (await edit.HandleAsync(new("BEN", "Europe/Lisbon", "en"), ana.Member(), Cancellation)).Error?.Code);
        Assert.Equal("time-zone", (await edit.HandleAsync(new("Ana", "Mars/Olympus", "en"), ana.Member(), Cancellation)).Error?.Code);
        Assert.Equal("language", (await edit.HandleAsync(new("Ana", "UTC", "tlh"), ana.Member(), Cancellation)).Error?.Code);
        Assert.Equal(
            new Profile("ana@example.org", "Ana Ruiz", "Europe/Lisbon", "en"),
            await core.Get<ProfileQueries>().FindAsync(ana.Id, Cancellation));
    }

    // The answer waits on the clock, which a test has to move.
    private static async Task<Result> RegisterAsync(CoreServices core, string name, string email, bool isInvited = true, string password = IdentityCore.Password)
    {
        var registration = core.Get<RegisterAccountHandler>().HandleAsync(new(name, email, password, isInvited, IdentityCore.Home), Cancellation);
        while (!registration.IsCompleted)
        {
            core.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(registration, Task.Delay(10, Cancellation));
        }

        return await registration;
    }
}
