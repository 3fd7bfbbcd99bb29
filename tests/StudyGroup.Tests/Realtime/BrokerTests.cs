using Microsoft.Extensions.Logging.Abstractions;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Realtime;

public sealed class BrokerTests
{
    private readonly Guid group = Guid.CreateVersion7();
    private readonly Doors doors = new();
    private readonly FakeClock clock = new();
    private readonly Receiver receiver = new();
    private readonly Broker broker;
    private long sequence;

    public BrokerTests() => broker = new Broker(doors, clock, NullLogger<Broker>.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_reaches_who_watches_its_group_its_reading_or_its_thread_and_nobody_else()
    {
        var (reading, thread) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Topic[] topics = [Topic.Group(group), Topic.Reading(group, reading), Topic.Thread(thread)];
        Topic[] others = [Topic.Group(reading), Topic.Reading(group, thread), Topic.Reading(thread, reading), Topic.Thread(reading)];
        var foreign = new Receiver();
        await using var subscription = broker.Subscribe(RealtimeCore.Ana, receiver.TakeAsync);
        await using var elsewhere = broker.Subscribe(RealtimeCore.Ben, foreign.TakeAsync);
        foreach (var topic in topics)
            subscription.Watch(topic, group);
        foreach (var topic in others)
            elsewhere.Watch(topic, group);
        // Somebody who names a wrong stream for a thread gets nothing of it.
        elsewhere.Watch(Topic.Thread(thread), Guid.CreateVersion7());

        var news = Publish(reading, thread);
        await receiver.EventsAsync(3, Cancellation);

        Assert.Equal(topics, receiver.Deliveries.Select(delivery => delivery.Topic));
        Assert.All(receiver.Deliveries, delivery => Assert.Same(news, delivery.Event));
        Assert.Empty(foreign.Batches);
    }

    [Fact]
    public async Task What_waits_is_handed_over_as_one_batch()
    {
        await using var subscription = Subscribe(receiver);
        receiver.Hold();
        Publish();
        await receiver.EventsAsync(1, Cancellation);

        Publish(count: 100);
        receiver.Release();
        await receiver.EventsAsync(101, Cancellation);

        Assert.Equal([1, 100], receiver.Batches.Select(batch => batch.Events.Count));
        Assert.Equal(Enumerable.Range(1, 101).Select(number => (long)number), receiver.Sequences);
    }

    [Fact]
    public async Task A_full_inbox_is_dropped_and_the_receiver_told_to_reload_once()
    {
        await using var subscription = Subscribe(receiver);
        receiver.Hold();
        Publish();
        await receiver.EventsAsync(1, Cancellation);

        Publish(count: 5_000);
        receiver.Release();
        await receiver.UntilAsync(taken => taken.Batches.Count == 2, Cancellation);
        Publish();
        await receiver.UntilAsync(taken => taken.Batches.Count == 3, Cancellation);

        Assert.Equal([(1, false), (0, true), (1, false)], receiver.Batches.Select(batch => (batch.Events.Count, batch.Reload)));
    }

    [Fact]
    public async Task An_inbox_that_is_just_full_loses_nothing()
    {
        await using var subscription = Subscribe(receiver);
        receiver.Hold();
        Publish();
        await receiver.EventsAsync(1, Cancellation);

        Publish(count: 256);
        receiver.Release();
        await receiver.UntilAsync(taken => taken.Batches.Count == 2, Cancellation);

        Assert.Equal(257, receiver.Deliveries.Count);
        Assert.DoesNotContain(receiver.Batches, batch => batch.Reload);
    }

    [Fact]
    public async Task A_receiver_that_never_returns_delays_nobody()
    {
        var stuck = new Receiver();
        stuck.Hold();
        await using var slow = Subscribe(stuck, RealtimeCore.Ben);
        var quick = Enumerable.Range(0, 1_000).Select(_ => new Receiver()).ToArray();
        var subscriptions = quick.Select(each => Subscribe(each)).ToArray();

        for (var number = 0; number < 20; number++)
            Publish();
        foreach (var each in quick)
            await each.EventsAsync(20, Cancellation);

        Assert.All(quick, each => Assert.Equal(Enumerable.Range(1, 20).Select(number => (long)number), each.Sequences));
        Assert.Single(stuck.Batches);
        foreach (var subscription in subscriptions)
            await subscription.DisposeAsync();
    }

    [Fact]
    public async Task A_receiver_that_fails_is_told_to_reload_with_the_next_event()
    {
        var failing = true;
        await using var subscription = broker.Subscribe(Topic.Group(group), group, RealtimeCore.Ana, (batch, ct) =>
            failing ? throw new InvalidOperationException("The page broke.") : receiver.TakeAsync(batch, ct));
        var other = new Receiver();
        await using var beside = Subscribe(other, RealtimeCore.Ben);

        Publish();
        await other.EventsAsync(1, Cancellation);
        await Task.Delay(100, Cancellation);
        failing = false;
        Publish();
        await receiver.UntilAsync(taken => taken.Batches.Count == 1, Cancellation);

        Assert.True(receiver.Batches[0].Reload);
        await other.EventsAsync(2, Cancellation);
        Assert.DoesNotContain(other.Batches, batch => batch.Reload);
    }

    [Fact]
    public async Task Nothing_comes_after_the_end_and_a_delivery_under_way_is_cancelled()
    {
        receiver.Hold();
        var cancelled = new TaskCompletionSource();
        var subscription = broker.Subscribe(Topic.Group(group), group, RealtimeCore.Ana, async (batch, ct) =>
        {
            ct.Register(cancelled.SetResult);
            await receiver.TakeAsync(batch, ct);
        });
        Publish();
        await receiver.EventsAsync(1, Cancellation);

        await subscription.DisposeAsync();
        subscription.Watch(Topic.Group(group), group);
        Publish(count: 3);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        await Task.Delay(100, Cancellation);

        Assert.Equal([1], receiver.Sequences);
    }

    [Fact]
    public async Task A_topic_can_be_left()
    {
        var thread = Guid.CreateVersion7();
        await using var subscription = Subscribe(receiver);
        subscription.Watch(Topic.Thread(thread), group);

        subscription.Unwatch(Topic.Group(group));
        Publish(thread: thread);
        await receiver.EventsAsync(1, Cancellation);
        Publish(thread: thread);
        await receiver.EventsAsync(2, Cancellation);

        Assert.All(receiver.Deliveries, delivery => Assert.Equal(Topic.Thread(thread), delivery.Topic));
    }

    [Fact]
    public async Task Rights_that_cannot_be_asked_hold_events_back_until_they_can()
    {
        await using var subscription = Subscribe(receiver);
        doors.IsBroken = true;
        Publish(count: 3);
        await Task.Delay(200, Cancellation);
        Assert.Empty(receiver.Batches);

        doors.IsBroken = false;
        while (receiver.Deliveries.Count < 3)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, Cancellation);
        }

        Assert.Equal([1, 2, 3], receiver.Sequences);
    }

    private Subscription Subscribe(Receiver to, CurrentMember? member = null) =>
        broker.Subscribe(Topic.Group(group), group, member ?? RealtimeCore.Ana, to.TakeAsync);

    private StreamEvent Publish(Guid? reading = null, Guid? thread = null, int count = 1)
    {
        StreamEvent? news = null;
        for (var number = 0; number < count; number++)
        {
            news = new StreamEvent { StreamId = group, Sequence = ++sequence, Kind = "test.happened", ReadingId = reading, ThreadId = thread, At = clock.GetUtcNow() };
            broker.Publish(news);
        }

        return news ?? throw new ArgumentOutOfRangeException(nameof(count));
    }
}
