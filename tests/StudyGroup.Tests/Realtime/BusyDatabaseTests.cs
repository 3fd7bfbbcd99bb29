using StudyGroup.Realtime;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Realtime;

/// <summary>The tail asks a database that is busy, or is not there.</summary>
public sealed class BusyDatabaseTests
{
    private readonly Guid stream = Guid.CreateVersion7();
    private readonly Receiver receiver = new();
    private readonly FaultyCommands commands = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_database_that_is_busy_for_a_moment_costs_a_moment_and_no_event(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, Cancellation);
        await using var writer = CoreServices.Over(database, RealtimeCore.AddOpenRealtime);
        await using var server = await StartAsync(database);
        await using var subscription = Watch(server);
        commands.FailAt(1);

        await writer.AppendAsync(stream, Cancellation);
        server.Get<TailSignal>().Moved(stream);
        await UntilAsync(() => commands.Steps > 0);
        await writer.AppendAsync(stream, Cancellation);
        await Task.Delay(200, Cancellation);
        // While the clock stands still nothing is asked: it is not a loop.
        Assert.Equal((1, 0), (commands.Steps, receiver.Deliveries.Count));
        var fault = server.Clock.GetUtcNow();
        await server.AdvanceUntilAsync(() => receiver.Deliveries.Count == 2, Cancellation, TimeSpan.FromMilliseconds(25));

        Assert.Equal([1, 2], receiver.Sequences);
        Assert.True(server.Clock.GetUtcNow() - fault < TimeSpan.FromSeconds(1), $"It took {server.Clock.GetUtcNow() - fault}.");
        Assert.DoesNotContain(receiver.Batches, batch => batch.Reload);
    }

    [Theory, BothEngines]
    public async Task A_database_that_stays_away_is_asked_once_a_second_and_everything_comes_in_the_end(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, Cancellation);
        await using var writer = CoreServices.Over(database, RealtimeCore.AddOpenRealtime);
        await using var server = await StartAsync(database);
        await using var subscription = Watch(server);
        var asked = 0;
        commands.DoAt(1, Fail);

        for (var turn = 0; turn < 3; turn++)
            await writer.AppendAsync(stream, Cancellation);
        server.Get<TailSignal>().Moved(stream);
        var start = server.Clock.GetUtcNow();
        await server.AdvanceUntilAsync(() => server.Clock.GetUtcNow() - start > TimeSpan.FromSeconds(20), Cancellation);
        commands.Heal();
        await server.AdvanceUntilAsync(() => receiver.Deliveries.Count == 3, Cancellation);

        Assert.Equal([1, 2, 3], receiver.Sequences);
        Assert.InRange(asked, 2, 30);

        Task Fail()
        {
            asked++;
            commands.DoAt(1, Fail);
            return Task.FromException(new BrokenLineException());
        }
    }

    private async Task<CoreServices> StartAsync(TestDatabase database)
    {
        var server = CoreServices.Over(database, services =>
        {
            RealtimeCore.AddOpenRealtime(services);
            commands.AddTo(services);
        });
        await server.StartBackgroundAsync(Cancellation);
        // Behind what the listener says when it begins.
        await Task.Delay(300, Cancellation);
        return server;
    }

    private Subscription Watch(CoreServices core) => core.Get<Broker>().Subscribe(Topic.Group(stream), stream, RealtimeCore.Ana, receiver.TakeAsync);

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(5, Cancellation);
    }
}
