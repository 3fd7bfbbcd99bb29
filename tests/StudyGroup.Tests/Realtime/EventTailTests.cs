using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Realtime;

public sealed class EventTailTests
{
    private readonly Guid stream = Guid.CreateVersion7();
    private readonly Receiver receiver = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Events_of_many_writers_arrive_once_and_in_order_without_waiting_for_the_poll(Engine engine)
    {
        await using var core = await RealtimeCore.StartAsync(engine, Cancellation);
        await using var subscription = Watch(core);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            async () =>
            {
                for (var turn = 0; turn < 5; turn++)
                    await core.AppendAsync(stream, Cancellation);
            },
            Cancellation)));
        await receiver.EventsAsync(100, Cancellation);

        Assert.Equal(Enumerable.Range(1, 100).Select(number => (long)number), receiver.Sequences);
    }

    [Theory, BothEngines]
    public async Task What_was_there_before_the_start_is_not_delivered_again(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, Cancellation);
        await using (var before = CoreServices.Over(database, RealtimeCore.AddOpenRealtime))
            await before.AppendAsync(stream, Cancellation);
        await using var core = CoreServices.Over(database, RealtimeCore.AddOpenRealtime);
        await using var subscription = Watch(core);

        await core.StartBackgroundAsync(Cancellation);
        await core.AppendAsync(stream, Cancellation);
        await receiver.EventsAsync(1, Cancellation);

        Assert.Equal([2], receiver.Sequences);
        Assert.DoesNotContain(receiver.Batches, batch => batch.Reload);
    }

    [Theory, BothEngines]
    public async Task The_poll_alone_brings_events_when_every_signal_is_lost(Engine engine)
    {
        await using var core = await RealtimeCore.StartAsync(engine, Cancellation, WithoutSignals);
        await using var subscription = Watch(core);

        await core.AppendAsync(stream, Cancellation);
        await core.AppendAsync(stream, Cancellation);
        await Task.Delay(200, Cancellation);
        Assert.Empty(receiver.Batches);

        await core.AdvanceUntilAsync(() => receiver.Deliveries.Count == 2, Cancellation);
        Assert.Equal([1, 2], receiver.Sequences);
    }

    [Theory, BothEngines]
    public async Task What_a_command_beside_the_server_writes_arrives_within_a_second(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, Cancellation);
        await using var command = CoreServices.Over(database, RealtimeCore.AddOpenRealtime);
        await using var server = CoreServices.Over(database, RealtimeCore.AddOpenRealtime);
        await server.StartBackgroundAsync(Cancellation);
        await using var subscription = Watch(server);

        await command.AppendAsync(stream, Cancellation);
        await server.AdvanceUntilAsync(() => receiver.Deliveries.Count == 1, Cancellation);

        Assert.Equal([1], receiver.Sequences);
    }

    [Theory, BothEngines]
    public async Task A_fault_of_the_database_does_not_end_the_tail(Engine engine)
    {
        await using var core = await RealtimeCore.StartAsync(engine, Cancellation);
        await using var subscription = Watch(core);
        await core.AppendAsync(stream, Cancellation);
        await receiver.EventsAsync(1, Cancellation);

        await ExecuteAsync(core, """ALTER TABLE "StreamEvents" RENAME TO "Away" """);
        core.Get<TailSignal>().Moved(stream);
        var later = core.Clock.GetUtcNow().AddSeconds(5);
        await core.AdvanceUntilAsync(() => core.Clock.GetUtcNow() > later, Cancellation);
        await ExecuteAsync(core, """ALTER TABLE "Away" RENAME TO "StreamEvents" """);
        await core.AppendAsync(stream, Cancellation);
        await core.AdvanceUntilAsync(() => receiver.Deliveries.Count == 2, Cancellation);

        Assert.Equal([1, 2], receiver.Sequences);
    }

    [Theory, BothEngines]
    public async Task A_log_that_went_back_makes_watchers_reload_and_goes_on_from_there(Engine engine)
    {
        await using var core = await RealtimeCore.StartAsync(engine, Cancellation);
        await using var subscription = Watch(core);
        for (var turn = 0; turn < 3; turn++)
            await core.AppendAsync(stream, Cancellation);
        await receiver.EventsAsync(3, Cancellation);

        await ExecuteAsync(core, """DELETE FROM "StreamEvents" WHERE "Sequence" > 1""");
        await ExecuteAsync(core, """UPDATE "EventStreams" SET "LastSequence" = 1""");
        await core.AdvanceUntilAsync(() => receiver.Batches.Any(batch => batch.Reload), Cancellation);
        await core.AppendAsync(stream, Cancellation);
        await receiver.EventsAsync(4, Cancellation);

        Assert.Equal([1, 2, 3, 2], receiver.Sequences);
    }

    private Subscription Watch(CoreServices core) => core.Get<Broker>().Subscribe(Topic.Group(stream), stream, RealtimeCore.Ana, receiver.TakeAsync);

    private static void WithoutSignals(IServiceCollection services)
    {
        services.RemoveAll<ICommitObserver>();
        services.Remove(services.Single(service => service.ImplementationType == typeof(PostgresListener)));
    }

    private static async Task ExecuteAsync(CoreServices core, string sql)
    {
        await using var db = await core.ReadAsync(Cancellation);
        await db.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }
}
