using System.Globalization;
using StudyGroup.Load.Hubs;

namespace StudyGroup.Load.Scenarios;

/// <summary>Posts of several writers, each sending its next when the last was answered, until the server is gone.</summary>
internal sealed class Burst
{
    /// <summary>Together fewer than a watcher may have missed and still get in order.</summary>
    private const int MostPerWriter = 110;

    private readonly List<DiscussionClient> clients = [];
    private readonly List<Writer> writers = [];
    private readonly string topic;
    private readonly long before;
    private Task[] running = [];

    private Burst(string topic, long before)
    {
        this.topic = topic;
        this.before = before;
    }

    public static async Task<Burst> BeginAsync(LoadContext context, int number, int count, CancellationToken cancellationToken)
    {
        await using var watcher = await context.Members.HubAsync(0, null, cancellationToken);
        var thread = (await watcher.StartAsync(new PostTarget(context.Shared.GroupId, context.Shared.ReadingId), "Before the fall.", Guid.CreateVersion7(), cancellationToken)).ThreadId;
        var burst = new Burst(context.Shared.Topic, (await watcher.WatchAsync(context.Shared.Topic, null, cancellationToken)).Sequence);
        for (var i = 0; i < count; i++)
        {
            burst.clients.Add(await context.Members.HubAsync(i, null, cancellationToken));
            burst.writers.Add(new Writer(string.Create(CultureInfo.InvariantCulture, $"fall{number}w{i}n"), thread));
        }

        burst.running = [.. burst.clients.Zip(burst.writers, (client, writer) => writer.WriteAsync(client, MostPerWriter, cancellationToken))];
        // A server that has just started is slow at first; the moment of the kill counts from when it is in its stride.
        await Task.WhenAll(burst.writers.Select(writer => writer.Begun));
        return burst;
    }

    /// <summary>Waits until every writer has noticed that the server is gone.</summary>
    public async Task EndAsync()
    {
        await Task.WhenAll(running);
        foreach (var client in clients)
            await client.DisposeAsync();
    }

    public async Task<BurstOutcome> CheckAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var survived = await ReadAsync(context, cancellationToken);
        var holes = writers.Count(writer => writer.HasHole(survived));
        for (var i = 0; i < writers.Count; i++)
        {
            // The key belongs to the member who posted.
            await using var client = await context.Members.HubAsync(i, null, cancellationToken);
            await writers[i].ResendAsync(client, cancellationToken);
        }

        var now = await ReadAsync(context, cancellationToken);
        var ids = now.GroupBy(post => post.CommentId.GetValueOrDefault()).ToDictionary(group => group.Key, group => group.Count());
        return new BurstOutcome(
            writers.Sum(writer => writer.Acknowledged.Count),
            writers.Sum(writer => writer.Acknowledged.Count(id => !ids.ContainsKey(id))) + writers.Count(writer => writer.Unanswered is not null && Writer.Count(now, writer.Unanswered) == 0),
            ids.Values.Count(count => count > 1) + writers.Count(writer => writer.Unanswered is not null && Writer.Count(now, writer.Unanswered) > 1),
            holes,
            writers.Count(writer => writer.Unanswered is not null));
    }

    private async Task<IReadOnlyList<EventSeen>> ReadAsync(LoadContext context, CancellationToken cancellationToken)
    {
        await using var watcher = await context.Members.HubAsync(0, null, cancellationToken);
        var missed = await watcher.WatchAsync(topic, before, cancellationToken);
        return missed.Gap
            ? throw new LoadException("The hub says that too much was missed, though it was less than it promises to keep.")
            : [.. missed.Events.Where(seen => seen.Kind == "comment.posted")];
    }
}
