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
    IHubContext<DiscussionHub> hub, Broker broker, EventReplay replay, ITopicAccess access, LiveEvents live, ThreadQuery threads, NotificationQuery notifications)
{
    /// <summary>More topics than any page or sensible program needs.</summary>
    private const int MostTopics = 100;

    private readonly ConcurrentDictionary<string, Connection> connections = new();

    /// <param name="Member">Who is connected.</param>
    /// <param name="Watches">What was asked for.</param>
    /// <param name="Settings">For each thread that is watched and hangs on a reading: how the group reads that.</param>
    private sealed record Connection(CurrentMember Member, ConcurrentDictionary<Topic, Subscription> Watches, ConcurrentDictionary<Topic, Subscription> Settings);

    public async Task OpenAsync(string connectionId, CurrentMember member, CancellationToken cancellationToken)
    {
        connections[connectionId] = new Connection(member, [], []);
        var own = Topic.Account(member.AccountId);
        if (await access.StreamOfAsync(member, own, cancellationToken) is { } stream)
            Keep(connectionId, own, broker.Subscribe(own, stream, member, (batch, ct) => NotifyAsync(connectionId, member, batch, ct)));
    }

    public async Task CloseAsync(string connectionId)
    {
        if (connections.TryRemove(connectionId, out var connection))
        {
            foreach (var watch in connection.Watches.Values.Concat(connection.Settings.Values))
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
        await FollowReadingAsync(connectionId, connection, topic, stream, cancellationToken);
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
        if (!connections.TryGetValue(connectionId, out var connection))
            return;
        if (connection.Watches.TryRemove(topic, out var watch))
            await watch.DisposeAsync();
        if (connection.Settings.TryRemove(topic, out var setting))
            await setting.DisposeAsync();
    }

    /// <summary>Whether the words of a thread are shown is decided for its reading, of which who watches the thread alone hears nothing.</summary>
    private async Task FollowReadingAsync(string connectionId, Connection connection, Topic topic, Guid stream, CancellationToken cancellationToken)
    {
        if (topic.Kind == TopicKind.Thread && await threads.ReadingOfAsync(topic.Id, connection.Member, cancellationToken) is { } readingId)
        {
            var reading = Topic.Reading(stream, readingId);
            connection.Settings[topic] = broker.Subscribe(reading, stream, connection.Member, (batch, ct) => ReloadAsync(connectionId, topic, batch, ct));
        }
    }

    private async ValueTask ReloadAsync(string connectionId, Topic topic, DeliveryBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Reload || IsReadAnew(batch))
            await hub.Clients.Client(connectionId).SendAsync("Reload", topic.ToString(), cancellationToken);
    }

    // How the group reads a text says what of it is shown: a program that holds some of it reads it anew.
    private static bool IsReadAnew(DeliveryBatch batch) => batch.Events.Any(delivery => delivery.Event.Kind == GroupEvents.ShelfChanged);

    private void Keep(string connectionId, Topic topic, Subscription watch)
    {
        if (connections.TryGetValue(connectionId, out var connection))
            connection.Watches[topic] = watch;
    }

    private async ValueTask SendAsync(string connectionId, CurrentMember member, Topic topic, Task<long> reached, DeliveryBatch batch, CancellationToken cancellationToken)
    {
        var client = hub.Clients.Client(connectionId);
        if (batch.Reload || batch.Revoked.Count > 0 || IsReadAnew(batch))
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
