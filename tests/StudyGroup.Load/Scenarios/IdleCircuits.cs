using StudyGroup.Load.Circuits;
using StudyGroup.Load.Hubs;
using StudyGroup.Load.Measuring;
using StudyGroup.Load.Server;

namespace StudyGroup.Load.Scenarios;

/// <summary>What an open reading page weighs at the server.</summary>
internal sealed class IdleCircuits : IScenario
{
    /// <summary>Opened first and kept, so that what the first pages cost once is not counted as theirs.</summary>
    private const int WarmUp = 20;
    private const double KilobytesInMegabyte = 1024;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan AfterCollection = TimeSpan.FromSeconds(2);

    public string Name => "idle";

    public Target Target => Targets.MemoryPerCircuit;

    public bool NeedsOwnServer => true;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var count = context.Options.Idle;
        await using var warm = await OpenAsync(context, 0, WarmUp, cancellationToken);
        var (before, _) = await WeighAsync(context.Server, cancellationToken);
        await using var pages = await OpenAsync(context, WarmUp, count, cancellationToken);
        var (after, isCollected) = await WeighAsync(context.Server, cancellationToken);
        var lost = pages.All.Count(page => page.Ended.IsCompleted || page.HasFailed);
        return
        [
            new Row("idle-circuits", $"memory of each of {count:N0} idle reading pages (circuits)", Targets.MemoryPerCircuit, (after - before) * KilobytesInMegabyte / count)
            {
                Detail = $"resident set {before:0.0} MB with {WarmUp} pages, {after:0.0} MB with {count:N0} more, "
                    + (isCollected ? "each after a forced collection" : $"each after {Rest.TotalSeconds:0} s of rest, because no collection could be forced")
                    + "; a stock island page took 401 KiB at 300 (STACK.md section 6)",
                Fault = lost > 0 ? $"{lost} circuits did not last" : null,
                IsFullSize = count >= Targets.IdleCircuits,
            },
        ];
    }

    private static Task<Crowd<Circuit>> OpenAsync(LoadContext context, int from, int count, CancellationToken cancellationToken) => Crowd.OpenAsync(
        count,
        async (index, ct) => await Circuit.OpenAsync(await context.Members.OfPageAsync(from + index, ct), context.Readings[index % context.Readings.Count].Path, null, ct),
        cancellationToken);

    private static async Task<(double Megabytes, bool IsCollected)> WeighAsync(WebServer server, CancellationToken cancellationToken)
    {
        await Task.Delay(Rest, cancellationToken);
        var isCollected = await ForcedCollection.TryRunAsync(server.ProcessId, cancellationToken);
        await Task.Delay(AfterCollection, cancellationToken);
        return (server.MemoryMegabytes, isCollected);
    }
}
