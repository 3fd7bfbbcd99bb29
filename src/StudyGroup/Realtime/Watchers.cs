namespace StudyGroup.Realtime;

/// <summary>Which subscription watches what: the broker's index.</summary>
internal sealed class Watchers
{
    private readonly Lock gate = new();
    private readonly Dictionary<Topic, Dictionary<Subscription, Guid>> byTopic = [];
    private readonly Dictionary<Subscription, Dictionary<Topic, Guid>> bySubscription = [];

    public void Add(Subscription subscription, Topic topic, Guid streamId)
    {
        lock (gate)
        {
            Inner(bySubscription, subscription)[topic] = streamId;
            Inner(byTopic, topic)[subscription] = streamId;
        }
    }

    public void Remove(Subscription subscription, Topic topic)
    {
        lock (gate)
        {
            RemoveInner(bySubscription, subscription, topic);
            RemoveInner(byTopic, topic, subscription);
        }
    }

    public void Remove(Subscription subscription)
    {
        foreach (var topic in TopicsOf(subscription, streamId: null))
            Remove(subscription, topic);
    }

    /// <summary>Ends what the subscription watches in one stream.</summary>
    public IReadOnlyList<Topic> RemoveStream(Subscription subscription, Guid streamId)
    {
        var topics = TopicsOf(subscription, streamId);
        foreach (var topic in topics)
            Remove(subscription, topic);
        return topics;
    }

    public Subscription[] Of(Topic topic, Guid streamId)
    {
        lock (gate)
        {
            return byTopic.TryGetValue(topic, out var watching)
                ? [.. watching.Where(pair => pair.Value == streamId).Select(pair => pair.Key)]
                : [];
        }
    }

    /// <param name="streamId">Null for all.</param>
    public Subscription[] OfStream(Guid? streamId)
    {
        lock (gate)
            return [.. bySubscription.Where(pair => streamId is null || pair.Value.ContainsValue(streamId.Value)).Select(pair => pair.Key)];
    }

    private Topic[] TopicsOf(Subscription subscription, Guid? streamId)
    {
        lock (gate)
        {
            return bySubscription.TryGetValue(subscription, out var topics)
                ? [.. topics.Where(pair => streamId is null || pair.Value == streamId).Select(pair => pair.Key)]
                : [];
        }
    }

    private static Dictionary<TInner, Guid> Inner<TOuter, TInner>(Dictionary<TOuter, Dictionary<TInner, Guid>> map, TOuter key)
        where TOuter : notnull
        where TInner : notnull
    {
        if (!map.TryGetValue(key, out var inner))
            map[key] = inner = [];
        return inner;
    }

    private static void RemoveInner<TOuter, TInner>(Dictionary<TOuter, Dictionary<TInner, Guid>> map, TOuter key, TInner innerKey)
        where TOuter : notnull
        where TInner : notnull
    {
        if (map.TryGetValue(key, out var inner) && inner.Remove(innerKey) && inner.Count == 0)
            map.Remove(key);
    }
}
