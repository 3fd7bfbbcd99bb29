using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using StudyGroup.Load.Hubs;
using StudyGroup.Load.Measuring;

namespace StudyGroup.Load.Scenarios;

/// <summary>A reply, until who began the thread is told, whatever they have open. Each reply is in a thread of its own.</summary>
internal sealed class ReplyNotice : IScenario
{
    private const double PerSecond = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    public string Name => "notice";

    public Target Target => Targets.ReplyNotice;

    public bool NeedsOwnServer => false;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var count = (int)(PerSecond * context.Options.Seconds);
        var arrived = new ConcurrentDictionary<Guid, long>();
        await using var follower = await context.Members.HubAsync(1, (record, at) => Hear(record, at, arrived), cancellationToken);
        await using var replier = await context.Members.HubAsync(2, null, cancellationToken);
        var threads = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            threads.Add((await follower.StartAsync(
                new PostTarget(context.Shared.GroupId, context.Shared.ReadingId), "What follows from this?", Guid.CreateVersion7(), cancellationToken)).ThreadId);
        }

        var sent = new ConcurrentDictionary<Guid, long>();
        await Pace.RunAsync(
            count,
            PerSecond,
            async index =>
            {
                var at = Stopwatch.GetTimestamp();
                sent[(await replier.ReplyAsync(threads[index], "Nothing, I think.", Guid.CreateVersion7(), cancellationToken)).Id] = at;
            },
            cancellationToken);
        var begun = Stopwatch.GetTimestamp();
        while (sent.Keys.Except(arrived.Keys).Any() && Stopwatch.GetElapsedTime(begun) < Patience)
            await Task.Delay(Poll, cancellationToken);

        var times = new Latencies();
        foreach (var (comment, at) in sent)
        {
            if (arrived.TryGetValue(comment, out var seen))
                times.Add(Stopwatch.GetElapsedTime(at, seen).TotalMilliseconds);
        }

        return
        [
            new Row("reply-notice", $"reply to notice at the follower, {PerSecond} replies/s", Targets.ReplyNotice, times.P95)
            {
                Baseline = await context.Bare.BroadcastAsync(context.Options.Clients, cancellationToken),
                Detail = times.ToString(),
                Fault = times.Count < count ? $"{count - times.Count} of {count} notices never came" : null,
            },
        ];
    }

    private static void Hear(ReadOnlySpan<byte> record, long at, ConcurrentDictionary<Guid, long> arrived)
    {
        if (record.IndexOf("\"Notification\""u8) < 0)
            return;

        var reader = new Utf8JsonReader(record);
        var call = JsonElement.ParseValue(ref reader);
        if (call.GetProperty("target").GetString() == "Notification")
            arrived.TryAdd(call.GetProperty("arguments")[0].GetProperty("commentId").GetGuid(), at);
    }
}
