using System.Diagnostics;
using System.Globalization;
using StudyGroup.Load.Measuring;
using StudyGroup.Load.Server;

namespace StudyGroup.Load.Scenarios;

/// <summary>The page of a reading with many comments: until its first byte.</summary>
internal sealed class LargeReading : IScenario
{
    private const int Comments = 10_000;
    private const int WarmUp = 3;
    private const int Tries = 30;

    public string Name => "large";

    public Target Target => Targets.LargeReading;

    public bool NeedsOwnServer => true;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        await context.Program.CommandAsync(
            ["seed", "--group", LoadContext.LargeGroup, "--members", "20", "--readings", "1", "--comments", Comments.ToString(CultureInfo.InvariantCulture), "--password", context.Options.Password],
            cancellationToken);
        var member = await context.Members.BrowserAsync(2, cancellationToken);
        var path = (await ReadingPlace.ListAsync(member, LoadContext.LargeGroup, cancellationToken))[0];
        var first = new Latencies();
        var whole = new Latencies();
        var bytes = 0;
        for (var i = 0; i < WarmUp + Tries; i++)
        {
            using var request = member.Request(HttpMethod.Get, path);
            var sent = Stopwatch.GetTimestamp();
            using var answer = await context.Site.Invoker.SendAsync(request, cancellationToken);
            await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
            var begin = new byte[1];
            await body.ReadExactlyAsync(begin, cancellationToken);
            if (i >= WarmUp)
                first.AddSince(sent);
            using var rest = new MemoryStream();
            await body.CopyToAsync(rest, cancellationToken);
            if (i >= WarmUp)
                whole.AddSince(sent);
            bytes = (int)rest.Length + 1;
        }

        return
        [
            new Row("large-reading", $"reading with {Comments:N0} comments: first byte", Targets.LargeReading, first.P95) { Detail = $"first byte {first}; whole page of {bytes:N0} bytes {whole}" },
        ];
    }
}
