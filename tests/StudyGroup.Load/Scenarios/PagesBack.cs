using System.Diagnostics;
using System.Net.WebSockets;
using StudyGroup.Load.Circuits;
using StudyGroup.Load.Hubs;
using StudyGroup.Load.Measuring;
using StudyGroup.Load.Server;

namespace StudyGroup.Load.Scenarios;

/// <summary>The process is killed and started again while many have pages open: until the last page is live again, and no draft is gone.</summary>
internal sealed class PagesBack : IScenario
{
    private const string Draft = "Half a thought, kept for later.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(1000);

    public string Name => "restart";

    public Target Target => Targets.PagesBack;

    public bool NeedsOwnServer => true;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var (pages, clients) = (context.Options.Viewers, context.Options.Clients);
        for (var i = 0; i < Members.For(pages); i++)
            await Drafts.SaveAsync(await context.Members.BrowserAsync(i, cancellationToken), context.Shared, Draft, cancellationToken);

        long killed;
        TimeSpan start;
        string cost;
        var times = new Latencies();
        await using (var circuits = await Crowd.OpenAsync(pages, (index, ct) => OpenPageAsync(context, index, ct), cancellationToken))
        await using (var hubs = await Crowd.OpenAsync(clients, (index, ct) => OpenHubAsync(context, index, ct), cancellationToken))
        {
            killed = Stopwatch.GetTimestamp();
            await context.Server.KillAsync();
            var back = Enumerable.Range(0, pages).Select(index => AgainAsync(ct => OpenPageAsync(context, index, ct), index))
                .Concat(Enumerable.Range(0, clients).Select(index => AgainAsync(ct => OpenHubAsync(context, index, ct), pages + index)))
                .ToArray();
            start = await context.Server.StartAsync(cancellationToken);
            var returned = await Task.WhenAll(back);
            cost = context.CostSince(TimeSpan.Zero, pages, "page, its own start and the hub clients among it");
            foreach (var one in returned.OfType<IAsyncDisposable>())
                await one.DisposeAsync();
        }

        var lost = 0;
        for (var i = 0; i < Members.For(pages); i++)
            lost += await Drafts.HasAsync(await context.Members.BrowserAsync(i, cancellationToken), Draft, cancellationToken) ? 0 : 1;
        var missing = pages + clients - times.Count;
        return
        [
            new Row("pages-back", $"{pages:N0} pages (circuits) and {clients:N0} hub clients back after a kill and a start", Targets.PagesBack, times.Worst / 1000)
            {
                Detail = $"of it {start.TotalSeconds:0.0} s for the start itself; each tries again after at most {Retry.TotalMilliseconds:0} ms; half were back after {times.P50 / 1000:0.0} s; "
                    + $"{Members.For(pages)} drafts saved before, {lost} lost{cost}",
                Fault = missing > 0 ? $"{missing} did not come back in {Patience.TotalSeconds:0} s" : lost > 0 ? $"{lost} drafts are lost" : null,
                IsFullSize = pages >= Targets.Viewers,
            },
        ];

        async Task<IAsyncDisposable?> AgainAsync<T>(Func<CancellationToken, Task<T>> open, int index)
            where T : class, IAsyncDisposable
        {
            // The same run after run, and different for each page.
            var pauses = new Random(index);
            while (Stopwatch.GetElapsedTime(killed) < Patience)
            {
                await Task.Delay(Retry * pauses.NextDouble(), cancellationToken);
                try
                {
                    var one = await open(cancellationToken);
                    times.AddSince(killed);
                    return one;
                }
                catch (Exception exception) when (exception is HttpRequestException or WebSocketException or IOException or TimeoutException)
                {
                    // Not there yet: the next try.
                }
            }

            return null;
        }
    }

    private static async Task<Circuit> OpenPageAsync(LoadContext context, int index, CancellationToken cancellationToken) =>
        await Circuit.OpenAsync(await context.Members.OfPageAsync(index, cancellationToken), context.Readings[index % context.Readings.Count].Path, null, cancellationToken);

    private static async Task<DiscussionClient> OpenHubAsync(LoadContext context, int index, CancellationToken cancellationToken)
    {
        var client = await context.Members.HubAsync(index, null, cancellationToken);
        await client.WatchAsync(context.Readings[index % context.Readings.Count].Topic, null, cancellationToken);
        return client;
    }
}
