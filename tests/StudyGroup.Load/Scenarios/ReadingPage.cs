using StudyGroup.Load.Baselines;
using StudyGroup.Load.Measuring;
using StudyGroup.Load.Server;

namespace StudyGroup.Load.Scenarios;

/// <summary>The page of a long reading, asked for by a signed-in member's browser.</summary>
internal sealed class ReadingPage : IScenario
{
    private const double TextLength = 110_000;

    public string Name => "page";

    public Target Target => Targets.ReadingPageTime;

    public bool NeedsOwnServer => false;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        // The last first: the others have gathered the posts of this run.
        var reading = context.Readings.Reverse().MinBy(reading => Math.Abs(reading.TextLength - TextLength)) ?? context.Shared;
        var member = await context.Members.BrowserAsync(1, cancellationToken);
        // Until the compiler has made its second pass over what a page runs through.
        await MeasureAsync(TimeSpan.FromSeconds(5));
        var before = context.ProcessorTime;
        var seen = await MeasureAsync(context.Options.Duration);
        var cost = context.CostSince(before, seen.Times.Count, "page");
        var (time, rate) = await context.Bare.PageAsync(seen.Bytes, cancellationToken);
        var what = $"reading page of {reading.TextLength / 1000.0:0} KB of text, {BareFigures.PagesAtOnce} at once";
        var fault = seen.Refused > 0 ? $"{seen.Refused} answers were not 200" : null;
        var isFullSize = reading.TextLength >= 0.9 * TextLength;
        return
        [
            new Row("reading-page-time", what, Targets.ReadingPageTime, seen.Times.P95) { Baseline = time, Detail = $"{seen.Times}, {seen.Bytes:N0} bytes on the line{cost}", Fault = fault, IsFullSize = isFullSize },
            new Row("reading-page-rate", what, Targets.ReadingPageRate, seen.PerSecond) { Baseline = rate, Fault = fault, IsFullSize = isFullSize },
        ];

        Task<PageRequests> MeasureAsync(TimeSpan duration) => PageRequests.RunAsync(context.Site.Invoker, () => Request(member, reading), BareFigures.PagesAtOnce, duration, cancellationToken);
    }

    // A browser says that it can unpack; whether the server packs is the server's affair.
    private static HttpRequestMessage Request(SignedInMember member, ReadingPlace reading)
    {
        var request = member.Request(HttpMethod.Get, reading.Path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        return request;
    }
}
