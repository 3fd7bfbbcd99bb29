using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Realtime;

public sealed class EventLogTests
{
    private static readonly Error Refusal = Error.Invalid("no", "Not today.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Numbers_have_no_gaps_and_no_repeats_under_twenty_writers_of_whom_some_are_refused(Engine engine)
    {
        await using var core = await RealtimeCore.CreateAsync(engine, Cancellation);
        var stream = Guid.CreateVersion7();

        var given = await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => Task.Run(
            async () =>
            {
                List<Result<long>> own = [];
                for (var turn = 0; turn < 5; turn++)
                    own.Add(await AppendAsync(core, stream, isRefused: (writer + turn) % 3 == 0));
                return own;
            },
            Cancellation)));

        await using var db = await core.ReadAsync(Cancellation);
        var rows = await db.StreamEvents().OrderBy(row => row.Sequence).Select(row => row.Sequence).ToListAsync(Cancellation);
        var accepted = given.SelectMany(own => own).Where(result => result.Succeeded).Select(result => result.Value).ToArray();
        Assert.InRange(accepted.Length, 60, 70);
        Assert.Equal(Enumerable.Range(1, accepted.Length).Select(number => (long)number), rows);
        Assert.Equal(rows, accepted.Order());
        Assert.Equal(rows.Count, (await db.EventStreams().SingleAsync(Cancellation)).LastSequence);
    }

    [Theory, BothEngines]
    public async Task Each_stream_counts_for_itself(Engine engine)
    {
        await using var core = await RealtimeCore.CreateAsync(engine, Cancellation);
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        Assert.Equal(1, await core.AppendAsync(one, Cancellation));
        Assert.Equal(2, await core.AppendAsync(one, Cancellation));
        Assert.Equal(1, await core.AppendAsync(other, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Two_events_of_one_transaction_follow_each_other(Engine engine)
    {
        await using var core = await RealtimeCore.CreateAsync(engine, Cancellation);
        var stream = Guid.CreateVersion7();

        var result = await core.Get<WriteTransactions>().RunAsync<(long, long)>(
            async (db, ct) => (
                await core.Get<EventLog>().AppendAsync(db, stream, new NewEvent("test.first", null), ct),
                await core.Get<EventLog>().AppendAsync(db, stream, new NewEvent("test.second", null), ct)),
            Cancellation);

        Assert.Equal((1, 2), result.Value);
    }

    private static Task<Result<long>> AppendAsync(CoreServices core, Guid stream, bool isRefused) => core.Get<WriteTransactions>().RunAsync<long>(
        async (db, ct) =>
        {
            var sequence = await core.Get<EventLog>().AppendAsync(db, stream, new NewEvent("test.happened", null), ct);
            return isRefused ? Refusal : sequence;
        },
        Cancellation);
}
