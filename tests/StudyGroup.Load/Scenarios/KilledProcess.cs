using StudyGroup.Load.Measuring;

namespace StudyGroup.Load.Scenarios;

/// <summary>
/// Four members post without pause, the process is killed at a random moment and started again: what was acknowledged is there exactly once,
/// what is there of each member has no hole, and sending the unanswered post again under its key makes no second one.
/// </summary>
internal sealed class KilledProcess : IScenario
{
    private const int Writers = 4;
    private const int ShortestBurst = 50;
    private const int LongestBurst = 800;

    public string Name => "kills";

    public Target Target => Targets.PostsLost;

    public bool NeedsOwnServer => true;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var kills = context.Options.Kills;
        var total = new BurstOutcome(0, 0, 0, 0, 0);
        var starts = new Latencies();
        // The same moments run after run.
        var moments = new Random(1);
        for (var kill = 0; kill < kills; kill++)
        {
            var burst = await Burst.BeginAsync(context, kill, Writers, cancellationToken);
            await Task.Delay(moments.Next(ShortestBurst, LongestBurst), cancellationToken);
            await context.Server.KillAsync();
            await burst.EndAsync();
            starts.Add((await context.Server.StartAsync(cancellationToken)).TotalMilliseconds);
            total += await burst.CheckAsync(context, cancellationToken);
        }

        var faults = new List<string>();
        if (await DatabaseCheck.FindDamageAsync(context.Program.Data, cancellationToken) is { } damage)
            faults.Add("the database is damaged: " + damage);
        if (total.Acknowledged == 0)
            faults.Add("no post was acknowledged");
        if (total.Repeated > 0)
            faults.Add($"{total.Repeated} posts are there more than once");
        if (total.Holes > 0)
            faults.Add($"{total.Holes} writers have a hole in what survived");
        return
        [
            new Row("posts-lost", $"acknowledged posts lost over {kills} kills of the process, {Writers} writers", Targets.PostsLost, total.Lost)
            {
                Detail = $"{total.Acknowledged:N0} acknowledged, {total.Resent} unanswered sent again under their keys; up again {starts}",
                Fault = faults.Count > 0 ? string.Join("; ", faults) : null,
                IsFullSize = kills >= Targets.Kills,
            },
        ];
    }
}
