using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Groups;

public sealed class LastOwnerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task The_only_owner_can_neither_leave_nor_step_down_nor_be_suspended(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);

        var answers = new[]
        {
            await LeaveAsync(stage, stage.Owner),
            await DemoteAsync(stage, stage.Owner, by: stage.Owner),
            await stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Owner.AccountId, "Tired"), stage.Owner, Cancellation),
        };

        Assert.All(answers, answer => Assert.Equal("last-owner", answer.Error?.Code));
        Assert.Equal([stage.Owner.AccountId], await OwnersAsync(stage));
    }

    [Fact]
    public async Task An_owner_who_is_suspended_does_not_count()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        await stage.BecomeAsync(stage.Ben, Role.Owner, MembershipStatus.Suspended);

        Assert.Equal("last-owner", (await LeaveAsync(stage, stage.Owner)).Error?.Code);
    }

    [Fact]
    public async Task With_a_second_owner_the_first_can_leave()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        (await stage.Get<ChangeRoleHandler>().HandleAsync(new ChangeRole(stage.GroupId, stage.Ben.AccountId, Role.Owner), stage.Owner, Cancellation)).Must();

        (await LeaveAsync(stage, stage.Owner)).Must();

        Assert.Equal([stage.Ben.AccountId], await OwnersAsync(stage));
        Assert.Null(await stage.Get<GroupQuery>().FindAsync("herons", stage.Owner, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Two_owners_who_push_each_other_out_or_leave_together_leave_one_owner_every_time(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        for (var round = 0; round < 20; round++)
        {
            await stage.BecomeAsync(stage.Owner, Role.Owner);
            await stage.BecomeAsync(stage.Ben, Role.Owner);
            Func<Task<Result>>[] acts = (round % 3) switch
            {
                0 => [() => DemoteAsync(stage, stage.Owner, by: stage.Ben), () => DemoteAsync(stage, stage.Ben, by: stage.Owner)],
                1 => [() => LeaveAsync(stage, stage.Owner), () => LeaveAsync(stage, stage.Ben)],
                _ => [() => DemoteAsync(stage, stage.Owner, by: stage.Ben), () => LeaveAsync(stage, stage.Ben)],
            };

            var answers = await stage.Core.MeetAsync(stage.GroupId, 2, number => acts[number]());

            Assert.Single(answers, answer => answer.Succeeded);
            Assert.Single(await OwnersAsync(stage));
        }
    }

    private static Task<Result> LeaveAsync(Stage stage, CurrentMember member) =>
        stage.Get<RemoveMemberHandler>().HandleAsync(new RemoveMember(stage.GroupId, member.AccountId), member, Cancellation);

    private static Task<Result> DemoteAsync(Stage stage, CurrentMember member, CurrentMember by) =>
        stage.Get<ChangeRoleHandler>().HandleAsync(new ChangeRole(stage.GroupId, member.AccountId, Role.Participant), by, Cancellation);

    private static async Task<List<Guid>> OwnersAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await db.Memberships()
            .Where(row => row.GroupId == stage.GroupId && row.Role == Role.Owner && row.Status == MembershipStatus.Active)
            .Select(row => row.AccountId).ToListAsync(Cancellation);
    }
}
