using StudyGroup.Load.Measuring;

namespace StudyGroup.Load.Scenarios;

/// <summary>From the start of the process to its first page, with a database that is there; and what it weighs when nothing happens.</summary>
internal sealed class StartScenario : IScenario
{
    private const int Starts = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public string Name => "start";

    public Target Target => Targets.StartToFirstPage;

    public bool NeedsOwnServer => true;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            await context.Server.KillAsync();
            times.Add((await context.Server.StartAsync(cancellationToken)).TotalSeconds);
        }

        await Task.Delay(Rest, cancellationToken);
        return
        [
            new Row("start", $"start to first page, median of {Starts}", Targets.StartToFirstPage, times.Order().ElementAt(Starts / 2)) { Detail = string.Join(", ", times.Select(time => $"{time:0.00} s")) },
            new Row("idle-memory", $"memory {Rest.TotalSeconds:0} s after the first page", Targets.IdleMemory, context.Server.MemoryMegabytes) { Detail = "resident set, nothing forced" },
        ];
    }
}
