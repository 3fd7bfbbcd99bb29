using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Realtime;
using StudyGroup.Tests.Databases;
using StudyGroup.Tests.Realtime;
using Xunit;

namespace StudyGroup.Tests.Persistence;

public sealed class PostgresLineTests
{
    private readonly Guid stream = Guid.CreateVersion7();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_over_a_broken_line_is_refused_within_seconds_and_works_again_when_it_is_whole(bool isSilent)
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Postgres, Cancellation);
        await using var line = new FaultyLine(database);
        await using var core = Behind(database, line);
        // Several connections are in the pool when it happens.
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AppendAsync(core)));

        if (isSilent)
            line.Silence();
        else
            line.Cut();
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<Exception>(() => AppendAsync(core));
        var refusedAfter = watch.Elapsed;
        line.Heal();
        watch.Restart();
        var sequence = await AppendAsync(core);

        Assert.InRange(refusedAfter, TimeSpan.Zero, TimeSpan.FromSeconds(6));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(6, sequence);
    }

    [Fact]
    public async Task A_short_cut_is_bridged_and_nothing_is_written_twice()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Postgres, Cancellation);
        await using var line = new FaultyLine(database);
        await using var core = Behind(database, line);
        await AppendAsync(core);

        line.Cut();
        var write = AppendAsync(core);
        await Task.Delay(500, Cancellation);
        line.Heal();

        Assert.Equal(2, await write);
        await using var db = database.NewContext();
        Assert.Equal(2, await db.StreamEvents().CountAsync(Cancellation));
    }

    [Fact]
    public async Task An_administrators_end_of_every_connection_reaches_no_writer()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Postgres, Cancellation);
        await using var core = CoreServices.Over(database);
        await AppendAsync(core);
        var ending = Task.Run(
            async () =>
            {
                for (var round = 0; round < 5; round++)
                {
                    await using var db = database.NewContext();
                    await db.Database.ExecuteSqlRawAsync(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", Cancellation);
                    await Task.Delay(100, Cancellation);
                }
            },
            Cancellation);

        var given = new List<long> { 1 };
        while (!ending.IsCompleted)
            given.Add(await AppendAsync(core));
        await ending;

        // A commit whose answer was lost is written a second time: handlers hold a key of the client against that. Nothing that was answered is missing.
        await using var after = database.NewContext();
        var rows = await after.StreamEvents().Select(row => row.Sequence).ToListAsync(Cancellation);
        Assert.Equal(given.Distinct().Count(), given.Count);
        Assert.Subset(rows.ToHashSet(), given.ToHashSet());
    }

    private static CoreServices Behind(TestDatabase database, FaultyLine line) =>
        CoreServices.Over(database, configure: null, [KeyValuePair.Create("Database:ConnectionString", (string?)line.ConnectionString)]);

    private Task<long> AppendAsync(CoreServices core) => core.AppendAsync(stream, Cancellation);
}
