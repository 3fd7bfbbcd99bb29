using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Realtime;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Groups;

public sealed class InvitationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task It_lets_in_as_many_as_it_is_for_in_the_role_that_it_names(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var people = await stage.CrowdAsync(3);
        var token = await stage.InviteAsync(Role.Observer, uses: 2);

        Assert.Equal("herons", (await stage.RedeemAsync(token, people[0])).Must());
        Assert.True((await stage.LookAtAsync(token))?.IsUsable);
        Assert.Equal("herons", (await stage.RedeemAsync(token, people[1])).Must());

        Assert.False((await stage.LookAtAsync(token))?.IsUsable);
        Assert.Equal("invitation", (await stage.RedeemAsync(token, people[2])).Error?.Code);
        Assert.Equal(Role.Observer, (await stage.MembershipAsync(people[0]))?.Role);
        Assert.Equal(MembershipStatus.Active, (await stage.MembershipAsync(people[1]))?.Status);
        Assert.Null(await stage.MembershipAsync(people[2]));
    }

    [Theory, BothEngines]
    public async Task It_is_good_to_the_last_moment_of_its_days_and_not_after(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var people = await stage.CrowdAsync(2);
        var token = await stage.InviteAsync(Role.Participant, uses: 2);

        stage.Core.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        (await stage.RedeemAsync(token, people[0])).Must();
        stage.Core.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False((await stage.LookAtAsync(token))?.IsUsable);
        Assert.Equal("invitation", (await stage.RedeemAsync(token, people[1])).Error?.Code);
        Assert.Equal(1, (await stage.InvitationRowAsync()).UsesLeft);
    }

    [Fact]
    public async Task Once_revoked_it_opens_nothing()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var token = await stage.InviteAsync(Role.Participant, uses: 2);
        await using (var db = await stage.ReadAsync())
            await db.Invitations().ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, stage.Core.Clock.GetUtcNow()), Cancellation);

        Assert.False((await stage.LookAtAsync(token))?.IsUsable);
        Assert.Equal("invitation", (await stage.RedeemAsync(token, stage.Zoe)).Error?.Code);
        Assert.Null(await stage.MembershipAsync(stage.Zoe));
    }

    [Fact]
    public async Task Who_is_a_member_already_keeps_the_role_and_uses_nothing_up()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var token = await stage.InviteAsync(Role.Moderator, uses: 1);

        Assert.Equal("herons", (await stage.RedeemAsync(token, stage.Ana)).Must());

        Assert.Equal(Role.Participant, (await stage.MembershipAsync(stage.Ana))?.Role);
        Assert.Equal(1, (await stage.InvitationRowAsync()).UsesLeft);
    }

    [Theory, BothEngines]
    public async Task Who_is_suspended_stays_out_and_uses_nothing_up(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var token = await stage.InviteAsync(Role.Moderator, uses: 1);

        Assert.Equal("invitation", (await stage.RedeemAsync(token, stage.Suspended)).Error?.Code);

        Assert.Equal(MembershipStatus.Suspended, (await stage.MembershipAsync(stage.Suspended))?.Status);
        Assert.Equal(1, (await stage.InvitationRowAsync()).UsesLeft);
    }

    [Theory]
    [BothEngines(MembershipStatus.Removed)]
    [BothEngines(MembershipStatus.Pending)]
    public async Task Who_was_removed_or_waits_gets_in_with_the_role_of_the_invitation(Engine engine, MembershipStatus before)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.BecomeAsync(stage.Ben, Role.Moderator, before);
        var token = await stage.InviteAsync(Role.Observer, uses: 1);

        (await stage.RedeemAsync(token, stage.Ben)).Must();

        var membership = await stage.MembershipAsync(stage.Ben);
        Assert.Equal((Role.Observer, MembershipStatus.Active), (membership?.Role, membership?.Status));
        Assert.Equal(0, (await stage.InvitationRowAsync()).UsesLeft);
    }

    [Fact]
    public async Task It_opens_its_own_group_and_no_other()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var token = await stage.InviteAsync(Role.Participant, uses: 1);

        (await stage.RedeemAsync(token, stage.Removed)).Must();

        var groups = stage.Get<GroupQuery>();
        Assert.NotNull(await groups.FindAsync("herons", stage.Removed, Cancellation));
        Assert.Null(await groups.FindAsync("elsewhere", stage.Removed, Cancellation));
    }

    [Fact]
    public async Task The_group_is_told_that_somebody_joined_and_nobody_of_one_who_did_not()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var token = await stage.InviteAsync(Role.Participant, uses: 1);

        (await stage.RedeemAsync(token, stage.Zoe)).Must();
        await stage.RedeemAsync(token, stage.Removed);

        await using var db = await stage.ReadAsync();
        var joined = await db.StreamEvents().Where(row => row.StreamId == stage.GroupId && row.Kind == RightsEvents.MembershipChanged).ToListAsync(Cancellation);
        Assert.Equal([stage.Zoe.AccountId], joined.Select(row => row.SubjectId));
    }

    [Theory]
    [InlineData(0, 1, "uses")]
    [InlineData(CreateInvitationHandler.MostUses + 1, 1, "uses")]
    [InlineData(1, 0, "days")]
    [InlineData(1, CreateInvitationHandler.MostDays + 1, "days")]
    public async Task It_is_for_a_sensible_number_of_people_and_days(int uses, int days, string code)
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);

        var refused = await stage.Get<CreateInvitationHandler>().HandleAsync(new CreateInvitation(stage.GroupId, Role.Participant, uses, days), stage.Owner, Cancellation);

        Assert.Equal(code, refused.Error?.Code);
    }
}
