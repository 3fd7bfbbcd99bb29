using StudyGroup.Load.Hubs;
using StudyGroup.Load.Measuring;

namespace StudyGroup.Load.Scenarios;

/// <summary>Hub connections that watch readings and look for marks.</summary>
internal static class Watchers
{
    public static Task<Crowd<DiscussionClient>> OpenAsync(LoadContext context, int count, Func<int, string> topic, Marks marks, CancellationToken cancellationToken) => Crowd.OpenAsync(
        count,
        async (index, ct) =>
        {
            // The first member posts; the others watch.
            var client = await context.Members.HubAsync(index + 1, marks.Watch().Look, ct);
            await client.WatchAsync(topic(index), null, ct);
            return client;
        },
        cancellationToken);
}
