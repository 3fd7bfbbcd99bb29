using StudyGroup.Load.Measuring;
using StudyGroup.Load.Server;

namespace StudyGroup.Load.Baselines;

/// <summary>The bare figures of this run, each taken once and only when a row asks for it, beside those of the machine where the promises were made.</summary>
internal sealed class BareFigures(LoadOptions options, WorkFolder files)
{
    public const int PagesAtOnce = 16;

    private const int MostSeconds = 5;
    private const string Durable = "durable one-row inserts/s";
    private const string Disk = "TRUST.md M8: 264 durable commits/s";
    private const string Pages = "STACK.md section 6, 110 KB from a minimal endpoint, 16 at once";

    // Measured with 200, 500 and 1,000 listeners at 20 posts a second.
    private static readonly (int Clients, double P99)[] Listeners = [(200, 17), (500, 23), (1000, 132)];

    private readonly Dictionary<int, Baseline> broadcasts = [];
    private (Baseline Time, Baseline Rate)? page;
    private Baseline? inserts;

    private int Seconds => Math.Min(options.Seconds, MostSeconds);

    /// <summary>A bare hub's broadcast to as many clients.</summary>
    public async Task<Baseline> BroadcastAsync(int clients, CancellationToken cancellationToken)
    {
        if (broadcasts.TryGetValue(clients, out var known))
            return known;

        await using var bare = await BareProcess.StartAsync(cancellationToken);
        var seen = await Broadcast.MeasureAsync(bare, clients, Seconds, cancellationToken);
        Console.WriteLine($"  bare hub broadcast to {clients}: {seen}");
        var reference = Listeners.FirstOrDefault(known => clients <= known.Clients, Listeners[^1]);
        return broadcasts[clients] = new Baseline(
            $"ms p99, bare hub to {clients}", Better.Lower, seen.P99, reference.P99, $"STACK.md section 7, {reference.Clients:N0} listeners at 20 posts/s");
    }

    /// <summary>A text of as many bytes from memory.</summary>
    public async Task<(Baseline Time, Baseline Rate)> PageAsync(int bytes, CancellationToken cancellationToken)
    {
        if (page is { } known)
            return known;

        await using var bare = await BareProcess.StartAsync(cancellationToken);
        HttpRequestMessage Request() => new(HttpMethod.Get, new Uri(bare.Site.Address, $"text/{bytes}"));
        await PageRequests.RunAsync(bare.Site.Invoker, Request, PagesAtOnce, TimeSpan.FromSeconds(1), cancellationToken);
        var seen = await PageRequests.RunAsync(bare.Site.Invoker, Request, PagesAtOnce, TimeSpan.FromSeconds(Seconds), cancellationToken);
        Console.WriteLine($"  bare page of {bytes:N0} bytes, {PagesAtOnce} at once: {seen.PerSecond:N0} req/s, {seen.Times}");
        page = (
            new Baseline("ms p95, bare page", Better.Lower, seen.Times.P95, 5, Pages + ", from a cache: p99 5 ms, p95 not written down"),
            new Baseline("req/s, bare page", Better.Higher, seen.PerSecond, 6728, Pages + ", not cached: 6,728 req/s"));
        return page.Value;
    }

    /// <summary>What the disk gives one writer.</summary>
    public async Task<Baseline> InsertsAsync(CancellationToken cancellationToken)
    {
        if (inserts is null)
        {
            var rate = await DurableInserts.MeasureAsync(files.At("bare.db"), TimeSpan.FromSeconds(Seconds), cancellationToken);
            Console.WriteLine($"  {Durable}: {rate:N0}");
            inserts = new Baseline(Durable, Better.Higher, rate, 264, Disk);
        }

        return inserts;
    }
}
