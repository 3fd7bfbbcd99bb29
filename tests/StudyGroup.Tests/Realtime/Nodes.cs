using StudyGroup.Realtime;
using StudyGroup.Tests.Databases;

namespace StudyGroup.Tests.Realtime;

/// <summary>Two nodes over one PostgreSQL database, one of them behind a line that can fail, and a watcher of the same group on each.</summary>
internal sealed class Nodes : IAsyncDisposable
{
    private Nodes(TestDatabase database)
    {
        Database = database;
        Line = new FaultyLine(database);
        Near = CoreServices.Over(database, RealtimeCore.AddOpenRealtime);
        Far = CoreServices.Over(database, RealtimeCore.AddOpenRealtime, [KeyValuePair.Create("Database:ConnectionString", (string?)Line.ConnectionString)]);
    }

    public TestDatabase Database { get; }

    public FaultyLine Line { get; }

    public CoreServices Near { get; }

    public CoreServices Far { get; }

    public Receiver NearReceiver { get; } = new();

    public Receiver FarReceiver { get; } = new();

    public static async Task<Nodes> StartAsync(Guid streamId, CancellationToken cancellationToken)
    {
        var nodes = new Nodes(await TestDatabase.CreateAsync(Engine.Postgres, cancellationToken));
        await nodes.Near.StartBackgroundAsync(cancellationToken);
        await nodes.Far.StartBackgroundAsync(cancellationToken);
        await HearsAsync(nodes.Near, nodes.Far, cancellationToken);
        await HearsAsync(nodes.Far, nodes.Near, cancellationToken);
        nodes.Near.Get<Broker>().Subscribe(Topic.Group(streamId), streamId, RealtimeCore.Ana, nodes.NearReceiver.TakeAsync);
        nodes.Far.Get<Broker>().Subscribe(Topic.Group(streamId), streamId, RealtimeCore.Ben, nodes.FarReceiver.TakeAsync);
        return nodes;
    }

    // The clocks stand still, so what arrives was heard and not polled.
    private static async Task HearsAsync(CoreServices listening, CoreServices speaking, CancellationToken cancellationToken)
    {
        var stream = Guid.CreateVersion7();
        var receiver = new Receiver();
        await using var subscription = listening.Get<Broker>().Subscribe(Topic.Group(stream), stream, RealtimeCore.Ana, receiver.TakeAsync);
        while (receiver.Deliveries.Count == 0)
        {
            await speaking.AppendAsync(stream, cancellationToken);
            await Task.Delay(50, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Near.DisposeAsync();
        await Far.DisposeAsync();
        await Line.DisposeAsync();
        await Database.DisposeAsync();
    }
}
