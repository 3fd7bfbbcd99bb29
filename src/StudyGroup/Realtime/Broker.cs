using Microsoft.Extensions.Logging;
using StudyGroup.Shared;

namespace StudyGroup.Realtime;

/// <summary>
/// Gives each event to everybody who watches its topic and may see it now. Nobody waits for anybody: each subscription has its own inbox and its own loop.
/// </summary>
public sealed class Broker(ITopicAccess access, TimeProvider time, ILogger<Broker> logger)
{
    private readonly Watchers watchers = new();

    /// <summary>
    /// Begins to watch. The caller has asked <see cref="ITopicAccess.StreamOfAsync"/> for the stream. To miss nothing, watch first, then read the state
    /// or the replay, and drop events that are not above its sequence.
    /// </summary>
    /// <param name="topic">What to watch; more can be added to the subscription.</param>
    /// <param name="streamId">The stream that the topic belongs to.</param>
    /// <param name="member">Whose rights count at each delivery.</param>
    /// <param name="deliver">Called with one batch at a time, never twice at once, on a thread of its own.</param>
    public Subscription Subscribe(Topic topic, Guid streamId, CurrentMember member, Func<DeliveryBatch, CancellationToken, ValueTask> deliver)
    {
        var subscription = Subscribe(member, deliver);
        subscription.Watch(topic, streamId);
        return subscription;
    }

    /// <summary>A subscription that watches nothing yet.</summary>
    public Subscription Subscribe(CurrentMember member, Func<DeliveryBatch, CancellationToken, ValueTask> deliver) =>
        new(watchers, access, member, deliver, time, logger);

    internal void Publish(StreamEvent news)
    {
        Offer(Topic.Group(news.StreamId), news);
        Offer(Topic.Account(news.StreamId), news);
        if (news.ReadingId is { } readingId)
            Offer(Topic.Reading(news.StreamId, readingId), news);
        if (news.ThreadId is { } threadId)
            Offer(Topic.Thread(threadId), news);
    }

    internal void Publish(LiveSnapshot snapshot) => Give(watchers.Of(snapshot.Topic, snapshot.StreamId), waiting => waiting.Add(snapshot));

    /// <summary>Rights in the stream changed: every subscription in it asks again, even without an event of its own.</summary>
    internal void AskAgain(Guid streamId) => Give(watchers.OfStream(streamId), waiting => waiting.Asked.Add(streamId));

    internal void Reload(Guid streamId) => Give(watchers.OfStream(streamId), waiting => waiting.DropEvents());

    internal void ReloadAll() => Give(watchers.OfStream(streamId: null), waiting => waiting.DropEvents());

    private void Offer(Topic topic, StreamEvent news)
    {
        var delivery = new Delivery(topic, news);
        Give(watchers.Of(topic, news.StreamId), waiting => waiting.Add(delivery));
    }

    private static void Give(Subscription[] subscriptions, Action<Waiting> change)
    {
        foreach (var subscription in subscriptions)
            subscription.Add(change);
    }
}
