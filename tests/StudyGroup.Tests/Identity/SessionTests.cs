using StudyGroup.Identity;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Identity;

public sealed class SessionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Signing_out_ends_this_session_and_says_so_in_the_log(Engine engine)
    {
        await using var core = await IdentityCore.CreateAsync(engine, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);
        var laptop = await core.SignedInAsync(ana, Cancellation);
        var phone = await core.SignedInAsync(ana, Cancellation);

        await core.Get<EndSessionHandler>().HandleAsync(new EndSession(ana.Id, laptop.SessionId), Cancellation);

        Assert.False(await core.IsSignedInAsync(laptop, Cancellation));
        Assert.True(await core.IsSignedInAsync(phone, Cancellation));
        Assert.Equal([laptop.SessionId], await core.EndedAsync(ana.Id, Cancellation));
    }

    [Fact]
    public async Task Ending_a_session_twice_is_told_once()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);
        var cookie = await core.SignedInAsync(ana, Cancellation);
        var end = new EndSession(ana.Id, cookie.SessionId);

        await core.Get<EndSessionHandler>().HandleAsync(end, Cancellation);
        await core.Get<EndSessionHandler>().HandleAsync(end, Cancellation);

        Assert.Single(await core.EndedAsync(ana.Id, Cancellation));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);
        var ben = await core.AccountAsync("Ben", Cancellation);
        var cookie = await core.SignedInAsync(ana, Cancellation);

        await core.Get<EndSessionHandler>().HandleAsync(new EndSession(ben.Id, cookie.SessionId), Cancellation);

        Assert.True(await core.IsSignedInAsync(cookie, Cancellation));
    }

    [Fact]
    public async Task A_session_ends_after_ninety_days_however_often_it_is_used()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);
        var cookie = await core.SignedInAsync(ana, Cancellation);

        core.Clock.Advance(SessionQueries.Longest);

        Assert.False(await core.IsSignedInAsync(cookie, Cancellation));
        Assert.False(await core.Get<SessionQueries>().IsOpenAsync(cookie.SessionId, Cancellation));
    }

    [Theory, BothEngines]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_this_one(Engine engine)
    {
        await using var core = await IdentityCore.CreateAsync(engine, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);
        var here = await core.SignedInAsync(ana, Cancellation);
        var there = await core.SignedInAsync(ana, Cancellation);

        var changed = await core.Get<ChangePasswordHandler>().HandleAsync(
            new ChangePassword(IdentityCore.Password, "quite another secret", here.SessionId), ana.Member(), Cancellation);

        Assert.NotNull(changed.Value);
        Assert.True(await core.IsSignedInAsync(changed.Value, Cancellation));
        Assert.False(await core.IsSignedInAsync(here, Cancellation));
        Assert.False(await core.IsSignedInAsync(there, Cancellation));
        Assert.False(await core.Get<SessionQueries>().IsOpenAsync(there.SessionId, Cancellation));
        Assert.Equal([null], await core.EndedAsync(ana.Id, Cancellation));
        Assert.True((await core.SignInAsync("ana@example.org", "quite another secret", Cancellation)).Succeeded);
        Assert.False((await core.SignInAsync("ana@example.org", IdentityCore.Password, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task A_changed_password_needs_the_present_one_and_tries_are_limited()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation, ("Limits:SignInTriesPerAccount", "1"));
        var ana = await core.AccountAsync("Ana", Cancellation);
        var here = await core.SignedInAsync(ana, Cancellation);

        var wrong = await ChangeAsync(core, "not the secret");
        var slowed = await ChangeAsync(core, IdentityCore.Password);

        Assert.Equal("password-wrong", wrong);
        Assert.Equal("too-many", slowed);
        Assert.True(await core.IsSignedInAsync(here, Cancellation));

        async Task<string?> ChangeAsync(CoreServices services, string present) => (await services.Get<ChangePasswordHandler>().HandleAsync(
            new ChangePassword(present, "quite another secret", here.SessionId), ana.Member(), Cancellation)).Error?.Code;
    }

    [Fact]
    public async Task Wrong_passwords_of_others_keep_nobody_from_changing_their_own()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation, ("Limits:SignInTriesPerAddress", "1"));
        var ana = await core.AccountAsync("Ana", Cancellation);
        var ben = await core.AccountAsync("Ben", Cancellation);
        var handler = core.Get<ChangePasswordHandler>();

        foreach (var _ in new[] { 1, 2 })
            await handler.HandleAsync(new ChangePassword("not the secret", "quite another secret", (await core.SignedInAsync(ana, Cancellation)).SessionId), ana.Member(), Cancellation);
        var changed = await handler.HandleAsync(
            new ChangePassword(IdentityCore.Password, "quite another secret", (await core.SignedInAsync(ben, Cancellation)).SessionId), ben.Member(), Cancellation);

        Assert.Null(changed.Error);
    }
}
