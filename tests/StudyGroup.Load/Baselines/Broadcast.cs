using StudyGroup.Load.Hubs;
using StudyGroup.Load.Measuring;

namespace StudyGroup.Load.Baselines;

/// <summary>One message to all clients of a hub that does nothing else, 20 times a second.</summary>
internal static class Broadcast
{
    private const double PerSecond = 20;
    private const int WarmUp = 20;

    public static async Task<Latencies> MeasureAsync(BareProcess bare, int clients, int seconds, CancellationToken cancellationToken)
    {
        var marks = new Marks("bare", WarmUp, (int)(PerSecond * seconds), clients);
        await using var crowd = await Crowd.OpenAsync(clients, (_, ct) => OpenAsync(bare, marks.Watch().Look, ct), cancellationToken);
        await using var poster = await OpenAsync(bare, null, cancellationToken);
        await Pace.RunAsync(marks.Count, PerSecond, index => poster.InvokeAsync("Post", [marks.Send(index)], cancellationToken), cancellationToken);
        await marks.AwaitAsync(.., cancellationToken);
        return marks.Seen;
    }

    private static Task<JsonHub> OpenAsync(BareProcess bare, HubCall? called, CancellationToken cancellationToken) =>
        JsonHub.OpenAsync(bare.Site.Socket(BareServer.HubPath), [], bare.Site.Invoker, called, cancellationToken);
}
