using System.Diagnostics;
using StudyGroup.Load.Hubs;
using StudyGroup.Load.Measuring;

namespace StudyGroup.Load.Scenarios;

/// <summary>Four members who post as fast as they are answered; an answer means that the rows are durable.</summary>
internal sealed class DurablePosts : IScenario
{
    private const int Writers = 4;
    private const int Most = 20_000;

    public string Name => "durable";

    public Target Target => Targets.DurablePosts;

    public bool NeedsOwnServer => false;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var times = new Latencies();
        await using var writers = await Crowd.OpenAsync(Writers, (index, ct) => context.Members.HubAsync(index, null, ct), cancellationToken);
        var threads = new List<(DiscussionClient Writer, Guid Thread)>();
        foreach (var writer in writers.All)
        {
            var target = new PostTarget(context.Shared.GroupId, context.Shared.ReadingId);
            threads.Add((writer, (await writer.StartAsync(target, "Let us count.", Guid.CreateVersion7(), cancellationToken)).ThreadId));
        }

        var before = context.ProcessorTime;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(threads.Select(thread => WriteAsync(thread.Writer, thread.Thread)));
        var rate = times.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var cost = context.CostSince(before, times.Count, "post");
        return
        [
            new Row("durable-posts", $"durable posts, {Writers} writers", Targets.DurablePosts, rate)
            {
                Baseline = await context.Bare.InsertsAsync(cancellationToken),
                Detail = times + cost,
            },
        ];

        async Task WriteAsync(DiscussionClient writer, Guid thread)
        {
            for (var i = 0; i < Most / Writers && Stopwatch.GetElapsedTime(begun) < context.Options.Duration; i++)
            {
                var sent = Stopwatch.GetTimestamp();
                await writer.ReplyAsync(thread, "One more of *many*.", Guid.CreateVersion7(), cancellationToken);
                times.AddSince(sent);
            }
        }
    }
}
