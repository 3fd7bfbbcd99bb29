using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using StudyGroup.Tests.Realtime;
using Xunit;

namespace StudyGroup.Tests.Groups;

/// <summary>Rights at delivery are answered from memory; what was decided before an event must hold for it.</summary>
public sealed class MembershipCacheTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Nothing_that_comes_after_a_suspension_reaches_the_suspended(Engine engine)
    {
        await using var stage = await StartAsync(engine);
        var (ben, observer) = (Watch(stage, stage.Ben), Watch(stage, stage.Observer));
        await stage.CommentAsync(stage.Ana, "Before.");
        await ben.UntilAsync(taken => Comments(taken) == 1, Cancellation);

        (await stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Ben.AccountId, "Loud"), stage.Owner, Cancellation)).Must();
        await stage.CommentAsync(stage.Ana, "After.");

        await observer.UntilAsync(taken => Comments(taken) == 2, Cancellation);
        await ben.UntilAsync(taken => taken.Batches.Any(batch => batch.Revoked.Count > 0), Cancellation);
        Assert.Equal(1, Comments(ben));
        Assert.False(await MaySeeAsync(stage, stage.Ben));
    }

    [Theory, BothEngines]
    public async Task Who_joins_while_others_watch_sees_what_comes_next(Engine engine)
    {
        await using var stage = await StartAsync(engine);
        var observer = Watch(stage, stage.Observer);
        await stage.CommentAsync(stage.Ana, "Before.");
        await observer.UntilAsync(taken => Comments(taken) == 1, Cancellation);
        Assert.False(await MaySeeAsync(stage, stage.Zoe));

        (await stage.RedeemAsync(await stage.InviteAsync(Role.Participant, uses: 1), stage.Zoe)).Must();
        var zoe = Watch(stage, stage.Zoe);
        await stage.CommentAsync(stage.Ana, "After.");

        await zoe.UntilAsync(taken => Comments(taken) == 1, Cancellation);
        Assert.True(await MaySeeAsync(stage, stage.Zoe));
    }

    [Theory, BothEngines]
    public async Task Who_leaves_and_comes_back_is_told_again(Engine engine)
    {
        await using var stage = await StartAsync(engine);
        var observer = Watch(stage, stage.Observer);
        Assert.True(await MaySeeAsync(stage, stage.Ben));

        (await stage.Get<RemoveMemberHandler>().HandleAsync(new RemoveMember(stage.GroupId, stage.Ben.AccountId), stage.Ben, Cancellation)).Must();
        await observer.EventsAsync(1, Cancellation);
        Assert.False(await MaySeeAsync(stage, stage.Ben));

        (await stage.RedeemAsync(await stage.InviteAsync(Role.Participant, uses: 1), stage.Ben)).Must();
        await observer.EventsAsync(2, Cancellation);
        Assert.True(await MaySeeAsync(stage, stage.Ben));
    }

    private static int Comments(Receiver receiver) => receiver.Deliveries.Count(delivery => delivery.Event.Kind == "comment.posted");

    private static ValueTask<bool> MaySeeAsync(Stage stage, CurrentMember member) => stage.Get<ITopicAccess>().MaySeeAsync(member.AccountId, stage.GroupId, Cancellation);

    private static Receiver Watch(Stage stage, CurrentMember member)
    {
        var receiver = new Receiver();
        stage.Get<Broker>().Subscribe(Topic.Group(stage.GroupId), stage.GroupId, member, receiver.TakeAsync);
        return receiver;
    }

    private static async Task<Stage> StartAsync(Engine engine)
    {
        var stage = await Stage.CreateAsync(engine);
        await stage.Core.StartBackgroundAsync(Cancellation);
        return stage;
    }
}
