using StudyGroup.Identity;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Identity;

public sealed class PasswordLinkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_link_sets_the_password_once_and_ends_every_session(Engine engine)
    {
        await using var core = await IdentityCore.CreateAsync(engine, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);
        var cookie = await core.SignedInAsync(ana, Cancellation);
        var token = await TokenAsync(core, "ana@example.org");

        var first = await SetAsync(core, token, "a secret from the link");
        var second = await SetAsync(core, token, "a secret from a thief");

        Assert.True(first.Succeeded);
        Assert.Equal("link", second.Error?.Code);
        Assert.False(await core.IsSignedInAsync(cookie, Cancellation));
        Assert.Equal([null], await core.EndedAsync(ana.Id, Cancellation));
        Assert.True((await core.SignInAsync("ana@example.org", "a secret from the link", Cancellation)).Succeeded);
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        await core.AccountAsync("Ana", Cancellation);
        var token = await TokenAsync(core, "ana@example.org");

        for (var look = 0; look < 10; look++)
            Assert.True((await core.Get<PasswordLinks>().ReadAsync(token, Cancellation)).Succeeded);

        Assert.True((await SetAsync(core, token, "a secret from the link")).Succeeded);
    }

    [Theory, BothEngines]
    public async Task Of_twenty_who_use_a_link_at_once_one_succeeds(Engine engine)
    {
        await using var core = await IdentityCore.CreateAsync(engine, Cancellation);
        await core.AccountAsync("Ana", Cancellation);
        var token = await TokenAsync(core, "ana@example.org");

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(thief =>
            Task.Run(() => SetAsync(core, token, $"secret of number {thief}"), Cancellation)));

        Assert.Single(results, result => result.Succeeded);
    }

    [Fact]
    public async Task An_old_link_and_a_forged_one_open_nothing()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        await core.AccountAsync("Ana", Cancellation);
        var token = await TokenAsync(core, "ana@example.org");
        var forged = token[..^4] + (token.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");

        Assert.Equal("link", (await SetAsync(core, forged, "a secret from a thief")).Error?.Code);
        Assert.Equal("link", (await SetAsync(core, "", "a secret from a thief")).Error?.Code);
        Assert.Equal("link", (await SetAsync(core, "%%%", "a secret from a thief")).Error?.Code);
        core.Clock.Advance(PasswordLinks.Lifetime);
        Assert.Equal("link", (await SetAsync(core, token, "a secret from the link")).Error?.Code);
    }

    [Fact]
    public async Task A_changed_password_makes_links_worthless()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);
        var here = await core.SignedInAsync(ana, Cancellation);
        var token = await TokenAsync(core, "ana@example.org");

        await core.Get<ChangePasswordHandler>().HandleAsync(
            new ChangePassword(IdentityCore.Password, "quite another secret", here.SessionId), ana.Member(), Cancellation);

        Assert.Equal("link", (await SetAsync(core, token, "a secret from a thief")).Error?.Code);
    }

    [Fact]
    public async Task A_new_owner_gets_a_link_of_the_configured_address_and_becomes_site_administrator()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation, ("Site:PublicUrl", "https://reading.example.org"));
        await core.AccountAsync("Head", Cancellation);

        var created = (await core.Get<CreateOwnerHandler>().HandleAsync(new CreateOwner("head@elsewhere.example"), Cancellation)).Value;

        Assert.NotNull(created);
        Assert.StartsWith("https://reading.example.org/account/reset-password?token=", created.Link, StringComparison.Ordinal);
        Assert.True((await SetAsync(core, created.Link.Split("token=")[1], "a secret of the owner")).Succeeded);
        var cookie = (await core.SignInAsync("head@elsewhere.example", "a secret of the owner", Cancellation)).Value;
        Assert.NotNull(cookie);
        var holder = await core.Get<SessionQueries>().FindAsync(cookie, Cancellation);
        Assert.Equal(("head 2", true), (holder?.Name, holder?.IsSiteAdministrator));
    }

    [Fact]
    public async Task The_setup_link_makes_one_site_administrator()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        var link = core.Get<SetupLink>();
        var older = await link.OfferAsync(Cancellation) ?? "";
        var token = await link.OfferAsync(Cancellation) ?? "";
        var setUp = core.Get<SetUpOwnerHandler>();

        Assert.Equal("link", (await setUp.HandleAsync(new(older, "Head", "head@example.org", IdentityCore.Password), Cancellation)).Error?.Code);
        Assert.Equal("password", (await setUp.HandleAsync(new(token, "Head", "head@example.org", "short"), Cancellation)).Error?.Code);
        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(person => Task.Run(
            () => setUp.HandleAsync(new(token, $"Head {person}", $"head{person}@example.org", IdentityCore.Password), Cancellation), Cancellation)));

        Assert.Single(results, result => result.Succeeded);
        Assert.False(link.IsUsable(token));
        Assert.Null(await link.OfferAsync(Cancellation));
    }

    private static async Task<string> TokenAsync(CoreServices core, string email) =>
        (await core.Get<ResetPasswordHandler>().HandleAsync(new ResetPassword(email), Cancellation)).Value?.Split("token=")[1] ?? "";

    private static Task<Result> SetAsync(CoreServices core, string token, string password) =>
        core.Get<SetPasswordHandler>().HandleAsync(new SetPassword(token, password), Cancellation);
}
