using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Web.Realtime;

/// <summary>What each hub connection watches.</summary>
public sealed class HubWatches(
    IHubContext<DiscussionHub> hub, Broker broker, EventReplay replay, ITopicAccess access, LiveEvents live, NotificationQuery notifications)
{
    /// <summary>More topics than any page or sensible program needs.</summary>
    private const int MostTopics = 100;

    private readonly ConcurrentDictionary<string, Connection> connections = new();

    private sealed record Connection(CurrentMember Member, ConcurrentDictionary<Topic, Subscription> Watches);

    public async Task OpenAsync(string connectionId, CurrentMember member, CancellationToken cancellationToken)
    {
        connections[connectionId] = new Connection(member, new ConcurrentDictionary<Topic, Subscription>());
        var own = Topic.Account(member.AccountId);
        if (await access.StreamOfAsync(member, own, cancellationToken) is { } stream)
            Keep(connectionId, own, broker.Subscribe(own, stream, member, (batch, ct) => NotifyAsync(connectionId, member, batch, ct)));
    }

    public async Task CloseAsync(string connectionId)
    {
        if (connections.TryRemove(connectionId, out var connection))
        {
            foreach (var watch in connection.Watches.Values)
                await watch.DisposeAsync();
        }
    }

    /// <summary>Subscribes before it reads what was missed, and holds what comes meanwhile until the answer's number is known: nothing falls between, nothing comes twice.</summary>
    public async Task<Result<HubMessages.Watched>> WatchAsync(string connectionId, Topic topic, long? after, CancellationToken cancellationToken)
    {
        if (!connections.TryGetValue(connectionId, out var connection))
            return new Error(ErrorKind.SignedOut, "signed-out", "Connect again.");
        if (connection.Watches.Count >= MostTopics)
            return new Error(ErrorKind.TooMany, "too-many", $"A connection watches at most {MostTopics} topics.");
        if (await access.StreamOfAsync(connection.Member, topic, cancellationToken) is not { } stream)
            return Error.NotFound;

        await UnwatchAsync(connectionId, topic);
        var reached = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        Keep(connectionId, topic, broker.Subscribe(topic, stream, connection.Member, (batch, ct) => SendAsync(connectionId, connection.Member, topic, reached.Task, batch, ct)));
        try
        {
            var missed = await replay.ReadAfterAsync(topic, stream, after, cancellationToken);
            var events = (await live.GetMissedAsync(missed.Events, connection.Member, cancellationToken)).Select(news => HubMessages.Of(news, topic.ToString())).ToList();
            reached.SetResult(missed.Sequence);
            return new HubMessages.Watched(missed.Sequence, events, missed.Gap);
        }
        catch
        {
            reached.TrySetResult(long.MaxValue);
            await UnwatchAsync(connectionId, topic);
            throw;
        }
    }

    public async Task UnwatchAsync(string connectionId, Topic topic)
    {
        if (connections.TryGetValue(connectionId, out var connection) && connection.Watches.TryRemove(topic, out var watch))
            await watch.DisposeAsync();
    }

    private void Keep(string connectionId, Topic topic, Subscription watch)
    {
        if (connections.TryGetValue(connectionId, out var connection))
            connection.Watches[topic] = watch;
    }

    private async ValueTask SendAsync(string connectionId, CurrentMember member, Topic topic, Task<long> reached, DeliveryBatch batch, CancellationToken cancellationToken)
    {
        var client = hub.Clients.Client(connectionId);
        // How the group reads a text says what of it is shown: a program that holds some of it reads it anew.
        if (batch.Reload || batch.Revoked.Count > 0 || batch.Events.Any(delivery => delivery.Event.Kind == GroupEvents.ShelfChanged))
            await client.SendAsync("Reload", topic.ToString(), cancellationToken);

        var from = await reached.WaitAsync(cancellationToken);
        foreach (var news in await live.GetAsync(batch.Events.Select(delivery => delivery.Event).Where(row => row.Sequence > from), member))
            await client.SendAsync("Event", HubMessages.Of(news, topic.ToString()), cancellationToken);
        foreach (var present in batch.Presence)
            await client.SendAsync("Presence", HubMessages.Of(present), cancellationToken);
        foreach (var writer in batch.Typing.SelectMany(typing => typing.Members))
            await client.SendAsync("Typing", new HubMessages.TypingIn(topic.ToString(), new HubMessages.Actor(writer.AccountId, writer.Name)), cancellationToken);
    }

    private async ValueTask NotifyAsync(string connectionId, CurrentMember member, DeliveryBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Events.Any(delivery => delivery.Event.Kind == DiscussionEvents.SectionOpened) && connections.TryGetValue(connectionId, out var connection))
        {
            foreach (var topic in connection.Watches.Keys.Where(topic => topic.Kind != TopicKind.Account))
                await hub.Clients.Client(connectionId).SendAsync("Reload", topic.ToString(), cancellationToken);
        }

        foreach (var (_, row) in batch.Events.Where(delivery => delivery.Event.Kind == NotificationEvents.Added))
        {
            if (await notifications.FindAsync(row.SubjectId.GetValueOrDefault(), member, cancellationToken) is { } notice)
                await hub.Clients.Client(connectionId).SendAsync("Notification", HubMessages.Of(notice), cancellationToken);
        }
    }
}
