using StudyGroup.Load.Hubs;
using StudyGroup.Load.Measuring;

namespace StudyGroup.Load.Scenarios;

/// <summary>A reply, stored before anybody hears of it, until all hub clients of one reading have it.</summary>
internal sealed class HubBroadcast : IScenario
{
    private const double PerSecond = 5;
    private const int WarmUp = 5;

    public string Name => "broadcast";

    public Target Target => Targets.HubBroadcast;

    public bool NeedsOwnServer => false;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var clients = context.Options.Clients;
        var marks = new Marks("all", WarmUp, (int)(PerSecond * context.Options.Seconds), clients);
        await using var poster = await context.Members.HubAsync(0, null, cancellationToken);
        var thread = (await poster.StartAsync(new PostTarget(context.Shared.GroupId, context.Shared.ReadingId), "Who reads this?", Guid.CreateVersion7(), cancellationToken)).ThreadId;
        await using var crowd = await Watchers.OpenAsync(context, clients, _ => context.Shared.Topic, marks, cancellationToken);
        var before = context.ProcessorTime;
        await Pace.RunAsync(marks.Count, PerSecond, index => poster.ReplyAsync(thread, $"{marks.Send(index)} for all.", Guid.CreateVersion7(), cancellationToken), cancellationToken);
        await marks.AwaitAsync(.., cancellationToken);
        var cost = context.CostSince(before, marks.Count, "post");
        return
        [
            new Row("hub-broadcast", $"one post to all of {clients:N0} hub clients of one reading, {PerSecond} posts/s, committed first", Targets.HubBroadcast, marks.Seen.P99)
            {
                Baseline = await context.Bare.BroadcastAsync(clients, cancellationToken),
                Detail = marks.Seen + cost,
                Fault = marks.Fault,
                IsFullSize = clients >= Targets.Connected,
            },
        ];
    }
}
