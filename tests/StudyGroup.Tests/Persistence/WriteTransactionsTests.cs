using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Persistence;

public sealed class WriteTransactionsTests
{
    private static readonly Error Refusal = Error.Invalid("no", "Not today.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_refusal_rolls_everything_back_and_wakes_nobody(Engine engine)
    {
        var observer = new CountingObserver();
        await using var core = await CoreServices.CreateAsync(engine, Cancellation, services => services.AddSingleton<ICommitObserver>(observer));
        var stream = Guid.CreateVersion7();

        var result = await core.Get<WriteTransactions>().RunAsync(
            async (db, ct) =>
            {
                await core.Get<EventLog>().AppendAsync(db, stream, new NewEvent("test.happened", null), ct);
                await db.SaveChangesAsync(ct);
                return (Result)Refusal;
            },
            Cancellation);

        await using var db = await core.ReadAsync(Cancellation);
        Assert.Equal(Refusal, result.Error);
        Assert.False(await db.EventStreams().AnyAsync(Cancellation));
        Assert.False(await db.StreamEvents().AnyAsync(Cancellation));
        Assert.Equal(0, observer.Commits);
    }

    [Theory, BothEngines]
    public async Task A_fault_rolls_everything_back_and_the_next_writer_gets_its_turn(Engine engine)
    {
        await using var core = await CoreServices.CreateAsync(engine, Cancellation);
        var stream = Guid.CreateVersion7();

        await Assert.ThrowsAsync<InvalidOperationException>(() => core.Get<WriteTransactions>().RunAsync(
            async (db, ct) =>
            {
                await core.Get<EventLog>().AppendAsync(db, stream, new NewEvent("test.happened", null), ct);
                await db.SaveChangesAsync(ct);
                throw new InvalidOperationException("The machine broke.");
            },
            Cancellation));
        var next = await AppendAsync(core, stream);

        Assert.Equal(1, next);
    }

    [Theory, BothEngines]
    public async Task Twenty_writers_at_once_all_succeed(Engine engine)
    {
        var observer = new CountingObserver();
        await using var core = await CoreServices.CreateAsync(engine, Cancellation, services => services.AddSingleton<ICommitObserver>(observer));
        var streams = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => Task.Run(
            async () =>
            {
                for (var turn = 0; turn < 5; turn++)
                    await AppendAsync(core, streams[(writer + turn) % streams.Length]);
            },
            Cancellation)));

        await using var db = await core.ReadAsync(Cancellation);
        Assert.Equal(100, await db.StreamEvents().CountAsync(Cancellation));
        Assert.Equal(100, observer.Commits);
    }

    [Fact]
    public async Task Writers_of_two_programs_on_one_file_wait_for_each_other()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite, Cancellation);
        await using var server = CoreServices.Over(database);
        await using var command = CoreServices.Over(database);
        var stream = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => Task.Run(
            async () =>
            {
                for (var turn = 0; turn < 3; turn++)
                    await AppendAsync(writer % 2 == 0 ? server : command, stream);
            },
            Cancellation)));

        await using var db = await server.ReadAsync(Cancellation);
        Assert.Equal(60, await db.StreamEvents().CountAsync(Cancellation));
    }

    private static async Task<long> AppendAsync(CoreServices core, Guid stream)
    {
        var result = await core.Get<WriteTransactions>().RunAsync<long>(
            async (db, ct) => await core.Get<EventLog>().AppendAsync(db, stream, new NewEvent("test.happened", null), ct),
            Cancellation);
        return result.Value;
    }

    private sealed class CountingObserver : ICommitObserver
    {
        private int commits;

        public int Commits => commits;

        public void Committed(StudyGroupDbContext db) => Interlocked.Increment(ref commits);
    }
}
