using StudyGroup.Realtime;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Realtime;

public sealed class TypingTests
{
    private readonly Guid group = Guid.CreateVersion7();
    private readonly Topic topic = Topic.Thread(Guid.CreateVersion7());
    private readonly Receiver anas = new();
    private readonly Receiver bens = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Others_are_told_and_oneself_is_not()
    {
        await using var core = await RealtimeCore.StartAsync(Engine.Sqlite, Cancellation);
        await using var ana = core.Get<Broker>().Subscribe(topic, group, RealtimeCore.Ana, anas.TakeAsync);
        await using var ben = core.Get<Broker>().Subscribe(topic, group, RealtimeCore.Ben, bens.TakeAsync);

        core.Get<Typing>().Typed(topic, group, RealtimeCore.Ana);
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        await bens.UntilAsync(taken => taken.Batches.Count == 1, Cancellation);
        await anas.UntilAsync(taken => taken.Batches.Count == 1, Cancellation);

        Assert.Equal(["Ana"], bens.Batches[0].Typing[0].Members.Select(member => member.Name));
        Assert.Empty(anas.Batches[0].Typing[0].Members);
        Assert.Equal(["Ana"], core.Get<Typing>().In(topic, RealtimeCore.Ben.AccountId).Select(member => member.Name));
        Assert.Empty(core.Get<Typing>().In(topic, RealtimeCore.Ana.AccountId));
    }

    [Fact]
    public async Task It_ends_by_itself_after_six_seconds_and_at_once_when_posted()
    {
        await using var core = await RealtimeCore.StartAsync(Engine.Sqlite, Cancellation);
        var typing = core.Get<Typing>();
        typing.Typed(topic, group, RealtimeCore.Ana);
        core.Clock.Advance(TimeSpan.FromSeconds(4));
        typing.Typed(topic, group, RealtimeCore.Ana);
        core.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Single(typing.In(topic, RealtimeCore.Ben.AccountId));

        core.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(typing.In(topic, RealtimeCore.Ben.AccountId));

        typing.Typed(topic, group, RealtimeCore.Ana);
        typing.Stopped(topic, group, RealtimeCore.Ana);
        Assert.Empty(typing.In(topic, RealtimeCore.Ben.AccountId));
    }

    [Fact]
    public async Task Watchers_are_told_when_it_ends_and_again_when_it_goes_on()
    {
        await using var core = await RealtimeCore.StartAsync(Engine.Sqlite, Cancellation);
        await using var ben = core.Get<Broker>().Subscribe(topic, group, RealtimeCore.Ben, bens.TakeAsync);
        var typing = core.Get<Typing>();

        for (var key = 0; key < 10; key++)
            typing.Typed(topic, group, RealtimeCore.Ana);
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        await bens.UntilAsync(taken => taken.Batches.Count == 1, Cancellation);
        core.Clock.Advance(TimeSpan.FromSeconds(2));
        typing.Typed(topic, group, RealtimeCore.Ana);
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        await bens.UntilAsync(taken => taken.Batches.Count == 2, Cancellation);
        await core.AdvanceUntilAsync(() => bens.Batches.Count == 3, Cancellation);

        Assert.Equal([1, 1, 0], bens.Batches.Select(batch => batch.Typing[0].Members.Count));
    }
}
