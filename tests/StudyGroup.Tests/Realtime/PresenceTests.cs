using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Realtime;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Realtime;

public sealed class PresenceTests : IAsyncDisposable
{
    private readonly Guid group = Guid.CreateVersion7();
    private readonly Receiver receiver = new();
    private readonly Topic topic;

    public PresenceTests() => topic = Topic.Reading(group, Guid.CreateVersion7());

    private CoreServices? Core { get; set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (Core is not null)
            await Core.DisposeAsync();
    }

    [Fact]
    public async Task Several_tabs_of_one_member_count_once_and_the_latest_block_wins()
    {
        var core = await StartAsync();
        var presence = core.Get<Presence>();
        using var first = presence.Enter(topic, group, RealtimeCore.Ana, "first");
        using var second = presence.Enter(topic, group, RealtimeCore.Ana, "second");
        first.Move("b1");
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        second.Move("b7");
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        first.Stay();

        Assert.Equal([new PresentMember(RealtimeCore.Ana.AccountId, "Ana", "b7")], presence.In(topic));

        second.Dispose();
        Assert.Equal("b1", Assert.Single(presence.In(topic)).BlockKey);

        first.Dispose();
        Assert.Empty(presence.In(topic));
    }

    [Fact]
    public async Task A_tab_that_is_not_heard_of_for_a_minute_is_gone_and_one_that_stays_is_not()
    {
        var core = await StartAsync();
        var presence = core.Get<Presence>();
        using var silent = presence.Enter(topic, group, RealtimeCore.Ana, "ana");
        using var alive = presence.Enter(topic, group, RealtimeCore.Ben, "ben");

        core.Clock.Advance(TimeSpan.FromSeconds(40));
        alive.Stay();
        core.Clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal(["Ana", "Ben"], presence.In(topic).Select(member => member.Name));

        core.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["Ben"], presence.In(topic).Select(member => member.Name));

        silent.Stay();
        Assert.Equal(["Ana", "Ben"], presence.In(topic).Select(member => member.Name));
    }

    [Fact]
    public async Task Watchers_get_the_newest_state_at_most_once_a_second_and_nothing_when_nothing_changed()
    {
        var core = await StartAsync();
        await using var subscription = core.Get<Broker>().Subscribe(topic, group, RealtimeCore.Ben, receiver.TakeAsync);
        using var tab = core.Get<Presence>().Enter(topic, group, RealtimeCore.Ana, "ana");

        for (var number = 1; number <= 30; number++)
            tab.Move($"b{number}");
        Assert.Empty(receiver.Batches);
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        await receiver.UntilAsync(taken => taken.Batches.Count == 1, Cancellation);
        tab.Stay();
        core.Clock.Advance(TimeSpan.FromSeconds(5));
        await Task.Delay(100, Cancellation);

        var snapshot = Assert.Single(Assert.Single(receiver.Batches).Presence);
        Assert.Equal([new PresentMember(RealtimeCore.Ana.AccountId, "Ana", "b30")], snapshot.Members);

        tab.Dispose();
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        await receiver.UntilAsync(taken => taken.Batches.Count == 2, Cancellation);
        Assert.Empty(receiver.Batches[1].Presence[0].Members);
    }

    [Fact]
    public async Task Who_may_not_see_the_topic_is_not_told_who_is_there()
    {
        var core = await StartAsync();
        var stranger = new Receiver();
        await using var subscription = core.Get<Broker>().Subscribe(topic, group, RealtimeCore.Ana, receiver.TakeAsync);
        await using var refused = core.Get<Broker>().Subscribe(topic, group, RealtimeCore.Ben, stranger.TakeAsync);
        core.Get<Doors>().Close(RealtimeCore.Ben, group);

        using var tab = core.Get<Presence>().Enter(topic, group, RealtimeCore.Ana, "ana");
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        await receiver.UntilAsync(taken => taken.Batches.Count == 1, Cancellation);
        await stranger.UntilAsync(taken => taken.Batches.Count == 1, Cancellation);

        Assert.Empty(stranger.Batches[0].Presence);
        Assert.Equal([topic], stranger.Batches[0].Revoked);
    }

    [Fact]
    public async Task A_crowd_is_shown_more_rarely()
    {
        var core = await StartAsync();
        await using var subscription = core.Get<Broker>().Subscribe(topic, group, RealtimeCore.Ben, receiver.TakeAsync);
        var presence = core.Get<Presence>();
        for (var number = 0; number < 500; number++)
            presence.Enter(topic, group, new(Guid.CreateVersion7(), $"Reader {number}"), "tab");
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        await receiver.UntilAsync(taken => taken.Batches.Count == 1, Cancellation);

        using var late = presence.Enter(topic, group, RealtimeCore.Ana, "ana");
        for (var second = 0; second < 4; second++)
        {
            core.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50, Cancellation);
        }

        Assert.Single(receiver.Batches);
        await core.AdvanceUntilAsync(() => receiver.Batches.Count == 2, Cancellation);
        Assert.Equal(501, receiver.Batches[1].Presence[0].Members.Count);
    }

    private async Task<CoreServices> StartAsync() => Core = await RealtimeCore.StartAsync(Engine.Sqlite, Cancellation);
}
