using Microsoft.EntityFrameworkCore;
using StudyGroup.Realtime;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Realtime;

public sealed class PruneEventsTests
{
    private readonly Guid busy = Guid.CreateVersion7();
    private readonly Guid quiet = Guid.CreateVersion7();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Old_rows_go_the_newest_of_each_stream_stays_and_replay_says_gap(Engine engine)
    {
        await using var core = await RealtimeCore.CreateAsync(engine, Cancellation);
        await AppendAsync(core, busy, 3);
        await AppendAsync(core, quiet, 2);
        core.Clock.Advance(TimeSpan.FromDays(20));
        await AppendAsync(core, busy, 2);
        core.Clock.Advance(TimeSpan.FromDays(11));

        var deleted = await core.Get<PruneEvents>().RunAsync(Cancellation);
        var again = await core.Get<PruneEvents>().RunAsync(Cancellation);

        Assert.Equal((4, 0), (deleted, again));
        Assert.Equal([4, 5], await RowsAsync(core, busy));
        Assert.Equal([2], await RowsAsync(core, quiet));
        Assert.True((await ReadAsync(core, after: 2)).Gap);
        Assert.Equal([4, 5], (await ReadAsync(core, after: 3)).Events.Select(row => row.Sequence));
    }

    [Theory, BothEngines]
    public async Task Numbers_go_on_after_the_old_rows_are_gone(Engine engine)
    {
        await using var core = await RealtimeCore.CreateAsync(engine, Cancellation);
        var receiver = new Receiver();
        await AppendAsync(core, busy, 3);
        core.Clock.Advance(TimeSpan.FromDays(31));
        await core.Get<PruneEvents>().RunAsync(Cancellation);
        await core.StartBackgroundAsync(Cancellation);
        await using var subscription = core.Get<Broker>().Subscribe(Topic.Group(busy), busy, RealtimeCore.Ana, receiver.TakeAsync);

        await AppendAsync(core, busy, 1);
        await receiver.UntilAsync(taken => taken.Sequences.Contains(4), Cancellation);

        Assert.DoesNotContain(receiver.Batches, batch => batch.Reload);
    }

    [Theory, BothEngines]
    public async Task A_row_with_a_wrong_time_makes_no_hole_in_the_middle(Engine engine)
    {
        await using var core = await RealtimeCore.CreateAsync(engine, Cancellation);
        await AppendAsync(core, busy, 4);
        await using (var db = await core.ReadAsync(Cancellation))
        {
            await db.StreamEvents().Where(row => row.Sequence == 3)
                .ExecuteUpdateAsync(row => row.SetProperty(own => own.At, DateTimeOffset.UnixEpoch), Cancellation);
        }

        await core.Get<PruneEvents>().RunAsync(Cancellation);

        Assert.Equal([1, 2, 3, 4], await RowsAsync(core, busy));
    }

    [Fact]
    public async Task It_runs_by_itself_an_hour_after_the_start_and_then_daily()
    {
        await using var core = await RealtimeCore.StartAsync(Engine.Sqlite, Cancellation);
        await AppendAsync(core, busy, 2);
        core.Clock.Advance(TimeSpan.FromDays(31));
        await WaitForRowsAsync(core, 1);

        await AppendAsync(core, busy, 2);
        core.Clock.Advance(TimeSpan.FromDays(31));
        await WaitForRowsAsync(core, 1);
    }

    private async Task WaitForRowsAsync(CoreServices core, int count)
    {
        for (var attempt = 0; attempt < 500 && (await RowsAsync(core, busy)).Count != count; attempt++)
        {
            core.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Delay(20, Cancellation);
        }

        Assert.Equal(count, (await RowsAsync(core, busy)).Count);
    }

    private static async Task AppendAsync(CoreServices core, Guid stream, int count)
    {
        for (var turn = 0; turn < count; turn++)
            await core.AppendAsync(stream, Cancellation);
    }

    private static async Task<List<long>> RowsAsync(CoreServices core, Guid stream)
    {
        await using var db = await core.ReadAsync(Cancellation);
        return await db.StreamEvents().Where(row => row.StreamId == stream).OrderBy(row => row.Sequence).Select(row => row.Sequence).ToListAsync(Cancellation);
    }

    private Task<Replay> ReadAsync(CoreServices core, long after) => core.Get<EventReplay>().ReadAfterAsync(Topic.Group(busy), busy, after, Cancellation);
}
