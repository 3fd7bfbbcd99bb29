using Microsoft.EntityFrameworkCore;
using StudyGroup.Identity;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Identity;

public sealed class AccessTokenTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_token_stands_for_its_owner_and_only_its_hash_is_stored(Engine engine)
    {
        await using var core = await IdentityCore.CreateAsync(engine, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);

        var token = await MakeAsync(core, ana, mayWrite: false);

        var holder = await core.Get<SessionQueries>().FindAsync(token.Secret, Cancellation);
        await using var db = await core.ReadAsync(Cancellation);
        var stored = await db.AccessTokens().SingleAsync(Cancellation);
        Assert.Equal((ana.Id, token.Id, false), (holder?.AccountId, holder?.HolderId, holder?.MayWrite));
        Assert.StartsWith("sg_", token.Secret, StringComparison.Ordinal);
        Assert.Equal(64, stored.Hash.Length);
        Assert.DoesNotContain(token.Secret[3..], stored.Hash + stored.Name, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_revoked_token_opens_nothing_and_its_connections_are_named_in_the_log(Engine engine)
    {
        await using var core = await IdentityCore.CreateAsync(engine, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);
        var ben = await core.AccountAsync("Ben", Cancellation);
        var token = await MakeAsync(core, ana);
        var revoke = core.Get<RevokeAccessTokenHandler>();

        Assert.Equal("not-found", (await revoke.HandleAsync(new RevokeAccessToken(token.Id), ben.Member(), Cancellation)).Error?.Code);
        Assert.True((await revoke.HandleAsync(new RevokeAccessToken(token.Id), ana.Member(), Cancellation)).Succeeded);

        Assert.Null(await core.Get<SessionQueries>().FindAsync(token.Secret, Cancellation));
        Assert.Equal([token.Id], await core.EndedAsync(ana.Id, Cancellation));
        Assert.Empty(await core.Get<ProfileQueries>().AccessTokensAsync(ana.Id, Cancellation));
    }

    [Theory, BothEngines]
    public async Task A_token_ends_on_its_day(Engine engine)
    {
        await using var core = await IdentityCore.CreateAsync(engine, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);
        var token = await MakeAsync(core, ana, expiresAt: core.Clock.GetUtcNow().AddDays(1));
        Assert.NotNull(await core.Get<SessionQueries>().FindAsync(token.Secret, Cancellation));

        core.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(await core.Get<SessionQueries>().FindAsync(token.Secret, Cancellation));
    }

    [Fact]
    public async Task Making_a_token_needs_the_password()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);

        var result = await core.Get<CreateAccessTokenHandler>().HandleAsync(new("backup", true, null, "not the secret"), ana.Member(), Cancellation);

        Assert.Equal("password-wrong", result.Error?.Code);
    }

    [Fact]
    public async Task An_account_may_have_so_many_tokens()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation, ("Limits:AccessTokensPerMember", "1"));
        var ana = await core.AccountAsync("Ana", Cancellation);
        await MakeAsync(core, ana);

        var second = await core.Get<CreateAccessTokenHandler>().HandleAsync(new("another", true, null, IdentityCore.Password), ana.Member(), Cancellation);

        Assert.Equal("too-many", second.Error?.Code);
    }

    [Fact]
    public async Task The_last_use_is_written_down_once_for_many_uses()
    {
        await using var core = await IdentityCore.CreateAsync(Engine.Sqlite, Cancellation);
        var ana = await core.AccountAsync("Ana", Cancellation);
        var token = await MakeAsync(core, ana);
        var use = core.Get<AccessTokenUse>();

        for (var time = 0; time < 100; time++)
            use.Note(token.Id);
        await use.WriteAsync(Cancellation);

        var row = Assert.Single(await core.Get<ProfileQueries>().AccessTokensAsync(ana.Id, Cancellation));
        Assert.Equal(core.Clock.GetUtcNow(), row.LastUsedAt);
    }

    [Fact]
    public void Twenty_posts_a_minute_pass_and_the_next_waits()
    {
        var clock = new FakeClock();
        var limiter = new PostLimiter(Microsoft.Extensions.Options.Options.Create(new LimitOptions()), clock);
        var ana = Guid.CreateVersion7();

        for (var post = 0; post < 20; post++)
            Assert.Null(limiter.Take(ana));
        Assert.Equal("too-many", limiter.Take(ana)?.Code);
        Assert.Null(limiter.Take(Guid.CreateVersion7()));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(limiter.Take(ana));
    }

    private static async Task<NewAccessToken> MakeAsync(CoreServices core, Account owner, bool mayWrite = true, DateTimeOffset? expiresAt = null) =>
        (await core.Get<CreateAccessTokenHandler>().HandleAsync(new("backup", mayWrite, expiresAt, IdentityCore.Password), owner.Member(), Cancellation)).Value
        ?? throw new InvalidOperationException("The token was refused.");
}
