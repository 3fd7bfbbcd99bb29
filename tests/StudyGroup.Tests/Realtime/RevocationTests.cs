using StudyGroup.Groups;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Realtime;

public sealed class RevocationTests
{
    private readonly Receiver owners = new();
    private readonly Receiver bens = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_removed_member_gets_nothing_after_the_event_that_removed_them(Engine engine)
    {
        await using var stage = await StartAsync(engine);
        await using var first = Watch(stage, stage.Owner, owners);
        await using var second = Watch(stage, stage.Ben, bens);
        await stage.Core.AppendAsync(stage.GroupId, Cancellation);
        await bens.EventsAsync(1, Cancellation);

        await RemoveBenAsync(stage);
        for (var turn = 0; turn < 5; turn++)
            await stage.Core.AppendAsync(stage.GroupId, Cancellation);
        await owners.EventsAsync(7, Cancellation);
        await bens.UntilAsync(taken => taken.Batches.Any(batch => batch.Revoked.Count > 0), Cancellation);

        Assert.Equal(owners.Sequences[0], Assert.Single(bens.Sequences));
        Assert.Equal([Topic.Group(stage.GroupId)], bens.Batches.SelectMany(batch => batch.Revoked));
    }

    [Theory, BothEngines]
    public async Task Who_watches_only_a_thread_is_told_too_although_nothing_happens_in_it(Engine engine)
    {
        await using var stage = await StartAsync(engine);
        var thread = Topic.Thread(Guid.CreateVersion7());
        await using var subscription = stage.Get<Broker>().Subscribe(thread, stage.GroupId, stage.Ben, bens.TakeAsync);

        await RemoveBenAsync(stage);
        await bens.UntilAsync(taken => taken.Batches.Count > 0, Cancellation);

        Assert.Equal([thread], Assert.Single(bens.Batches).Revoked);
    }

    [Theory, BothEngines]
    public async Task What_waits_when_the_right_is_lost_is_not_handed_over(Engine engine)
    {
        await using var stage = await StartAsync(engine);
        await using var first = Watch(stage, stage.Owner, owners);
        await using var second = Watch(stage, stage.Ben, bens);
        bens.Hold();
        await stage.Core.AppendAsync(stage.GroupId, Cancellation);
        await bens.EventsAsync(1, Cancellation);

        await stage.Core.AppendAsync(stage.GroupId, Cancellation);
        await stage.Core.AppendAsync(stage.GroupId, Cancellation);
        await RemoveBenAsync(stage);
        await owners.EventsAsync(4, Cancellation);
        bens.Release();
        await bens.UntilAsync(taken => taken.Batches.Any(batch => batch.Revoked.Count > 0), Cancellation);

        Assert.Single(bens.Deliveries);
    }

    [Theory, BothEngines]
    public async Task A_removed_member_is_not_shown_as_present_any_more(Engine engine)
    {
        await using var stage = await StartAsync(engine);
        var topic = Topic.Reading(stage.GroupId, stage.Text.ReadingId);
        await using var subscription = stage.Get<Broker>().Subscribe(topic, stage.GroupId, stage.Owner, owners.TakeAsync);
        var presence = stage.Get<Presence>();
        presence.Enter(topic, stage.GroupId, stage.Owner, "owner");
        presence.Enter(topic, stage.GroupId, stage.Ben, "ben");
        await stage.Core.AdvanceUntilAsync(() => Shown(stage.Ben), Cancellation);

        await RemoveBenAsync(stage);
        presence.Enter(topic, stage.GroupId, stage.Ben, "another tab");
        presence.Enter(topic, stage.GroupId, stage.Moderator, "moderator");
        await stage.Core.AdvanceUntilAsync(() => Shown(stage.Moderator), Cancellation);

        Assert.False(Shown(stage.Ben));

        bool Shown(CurrentMember member) =>
            owners.Batches.LastOrDefault(batch => batch.Presence.Count > 0)?.Presence[0].Members.Any(present => present.AccountId == member.AccountId) ?? false;
    }

    private static async Task<Stage> StartAsync(Engine engine)
    {
        var stage = await Stage.CreateAsync(engine);
        await stage.Core.StartBackgroundAsync(Cancellation);
        return stage;
    }

    private static Subscription Watch(Stage stage, CurrentMember member, Receiver receiver) =>
        stage.Get<Broker>().Subscribe(Topic.Group(stage.GroupId), stage.GroupId, member, receiver.TakeAsync);

    private static async Task RemoveBenAsync(Stage stage)
    {
        var result = await stage.Get<RemoveMemberHandler>().HandleAsync(new RemoveMember(stage.GroupId, stage.Ben.AccountId), stage.Owner, Cancellation);
        Assert.True(result.Succeeded);
    }
}
