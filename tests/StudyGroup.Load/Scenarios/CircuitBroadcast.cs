using StudyGroup.Load.Circuits;
using StudyGroup.Load.Hubs;
using StudyGroup.Load.Measuring;

namespace StudyGroup.Load.Scenarios;

/// <summary>One comment on a passage, until the last of many open pages of that reading has drawn it.</summary>
internal sealed class CircuitBroadcast : IScenario
{
    private const int Posts = 10;
    private const int WarmUp = 2;

    /// <summary>Every page stands at the beginning of the text; those of the poster draw their own marks whole only near there.</summary>
    private const int Near = 8;

    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(500);

    public string Name => "viewers";

    public Target Target => Targets.CircuitBroadcast;

    public bool NeedsOwnServer => false;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var count = context.Options.Viewers;
        var marks = new Marks("view", WarmUp, Posts, count);
        await using var pages = await Crowd.OpenAsync(
            count,
            async (index, ct) => await Circuit.OpenAsync(await context.Members.OfPageAsync(index, ct), context.Shared.Path, marks.Watch().Look, ct),
            cancellationToken);
        await using var poster = await context.Members.HubAsync(0, null, cancellationToken);
        var before = context.ProcessorTime;
        for (var i = 0; i < marks.Count; i++)
        {
            await poster.StartAsync(Passage(context.Shared, i), $"{marks.Send(i)} seen by everybody.", Guid.CreateVersion7(), cancellationToken);
            await marks.AwaitAsync(i..(i + 1), cancellationToken);
            await Task.Delay(Gap, cancellationToken);
        }

        var cost = context.CostSince(before, (double)marks.Count * count, "viewer of a post");
        var last = marks.ToTheLast();
        return
        [
            new Row("circuit-broadcast", $"one post to all of {count:N0} viewers of one reading (circuits), last one, worst of {Posts}", Targets.CircuitBroadcast, last.Worst)
            {
                Baseline = await context.Bare.BroadcastAsync(context.Options.Clients, cancellationToken),
                Detail = $"last viewer {last}; all viewers {marks.Seen}{cost}",
                Fault = marks.Missing > 0 ? $"{marks.Missing} of {Posts * count:N0} viewers never drew it" : pages.All.Any(page => page.HasFailed) ? "a circuit failed" : null,
                IsFullSize = count >= Targets.Viewers,
            },
        ];
    }

    private static PostTarget Passage(Server.ReadingPlace reading, int index)
    {
        var block = reading.Blocks[index % Math.Min(Near, reading.Blocks.Count)];
        return new PostTarget(reading.GroupId, reading.ReadingId, Passage: new PassageOf(reading.EditionId, new Place(block, 0), new Place(block, 3)));
    }
}
