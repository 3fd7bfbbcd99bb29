using Microsoft.EntityFrameworkCore;
using StudyGroup.Realtime;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Realtime;

public sealed class EventReplayTests
{
    private readonly Guid stream = Guid.CreateVersion7();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task From_now_gives_the_number_alone(Engine engine)
    {
        await using var core = await CreateAsync(engine, events: 3);

        Assert.Equal((3, 0, false), await ReadAsync(core, after: null));
    }

    [Theory, BothEngines]
    public async Task What_was_missed_comes_in_order(Engine engine)
    {
        await using var core = await CreateAsync(engine, events: 5);

        var replay = await core.Get<EventReplay>().ReadAfterAsync(Topic.Group(stream), stream, after: 2, Cancellation);

        Assert.Equal([3, 4, 5], replay.Events.Select(row => row.Sequence));
        Assert.Equal((5, false), (replay.Sequence, replay.Gap));
        Assert.Equal((5, 5, false), await ReadAsync(core, after: 0));
        Assert.Equal((5, 0, false), await ReadAsync(core, after: 5));
    }

    [Theory, BothEngines]
    public async Task A_topic_gets_its_own_events_with_the_numbers_of_the_stream(Engine engine)
    {
        await using var core = await CreateAsync(engine, events: 1);
        var (reading, thread) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await core.AppendAsync(stream, Cancellation, new NewEvent("test.read", null) { ReadingId = reading });
        await core.AppendAsync(stream, Cancellation, new NewEvent("test.said", null) { ReadingId = reading, ThreadId = thread });
        await core.AppendAsync(stream, Cancellation);

        var ofReading = await core.Get<EventReplay>().ReadAfterAsync(Topic.Reading(stream, reading), stream, after: 0, Cancellation);
        var ofThread = await core.Get<EventReplay>().ReadAfterAsync(Topic.Thread(thread), stream, after: 0, Cancellation);

        Assert.Equal([2, 3], ofReading.Events.Select(row => row.Sequence));
        Assert.Equal([3], ofThread.Events.Select(row => row.Sequence));
        Assert.Equal((4, 4), (ofReading.Sequence, ofThread.Sequence));
    }

    [Theory, BothEngines]
    public async Task A_number_that_the_stream_never_gave_is_a_gap(Engine engine)
    {
        await using var core = await CreateAsync(engine, events: 2);

        Assert.Equal((2, 0, true), await ReadAsync(core, after: 3));
        Assert.Equal((2, 0, true), await ReadAsync(core, after: -1));
    }

    [Theory, BothEngines]
    public async Task A_stream_without_events_is_at_zero(Engine engine)
    {
        await using var core = await CreateAsync(engine, events: 0);

        Assert.Equal((0, 0, false), await ReadAsync(core, after: null));
        Assert.Equal((0, 0, false), await ReadAsync(core, after: 0));
        Assert.Equal((0, 0, true), await ReadAsync(core, after: 1));
    }

    [Theory, BothEngines]
    public async Task Five_hundred_missed_events_come_and_one_more_is_a_gap(Engine engine)
    {
        await using var core = await CreateAsync(engine, events: 0);
        await FillAsync(core, 501);

        Assert.Equal((501, 500, false), await ReadAsync(core, after: 1));
        Assert.Equal((501, 0, true), await ReadAsync(core, after: 0));
    }

    [Theory, BothEngines]
    public async Task Who_watches_first_and_reads_then_misses_nothing_while_others_write(Engine engine)
    {
        await using var core = await RealtimeCore.StartAsync(engine, Cancellation);
        var writing = Task.Run(
            async () =>
            {
                for (var turn = 0; turn < 150; turn++)
                    await core.AppendAsync(stream, Cancellation);
            },
            Cancellation);

        for (var visitor = 0; visitor < 10; visitor++)
        {
            var receiver = new Receiver();
            await using var subscription = core.Get<Broker>().Subscribe(Topic.Group(stream), stream, RealtimeCore.Ana, receiver.TakeAsync);
            var replay = await core.Get<EventReplay>().ReadAfterAsync(Topic.Group(stream), stream, after: 0, Cancellation);
            await core.AppendAsync(stream, Cancellation);
            await receiver.UntilAsync(taken => taken.Sequences.Any(sequence => sequence > replay.Sequence + 3) || writing.IsCompleted, Cancellation);

            var seen = replay.Events.Select(row => row.Sequence).Concat(receiver.Sequences.Where(sequence => sequence > replay.Sequence)).ToArray();
            Assert.Equal(Enumerable.Range(1, seen.Length).Select(number => (long)number), seen);
        }

        await writing;
    }

    private async Task<CoreServices> CreateAsync(Engine engine, int events)
    {
        var core = await RealtimeCore.CreateAsync(engine, Cancellation);
        for (var turn = 0; turn < events; turn++)
            await core.AppendAsync(stream, Cancellation);
        return core;
    }

    private async Task FillAsync(CoreServices core, int events)
    {
        await using var db = await core.ReadAsync(Cancellation);
        db.EventStreams().Add(new EventStream { Id = stream });
        for (var sequence = 1; sequence <= events; sequence++)
            db.StreamEvents().Add(new StreamEvent { StreamId = stream, Sequence = sequence, Kind = "test.happened", At = core.Clock.GetUtcNow() });
        await db.SaveChangesAsync(Cancellation);
        await db.EventStreams().ExecuteUpdateAsync(row => row.SetProperty(own => own.LastSequence, events), Cancellation);
    }

    private async Task<(long Sequence, int Count, bool Gap)> ReadAsync(CoreServices core, long? after)
    {
        var replay = await core.Get<EventReplay>().ReadAfterAsync(Topic.Group(stream), stream, after, Cancellation);
        return (replay.Sequence, replay.Events.Count, replay.Gap);
    }
}
