using System.Diagnostics;

namespace StudyGroup.Load.Measuring;

/// <summary>Asks for one page again and again, so many at once, for a while.</summary>
/// <param name="Times">From the request to the last byte.</param>
/// <param name="PerSecond">Whole answers.</param>
/// <param name="Bytes">Of one answer on the line.</param>
/// <param name="Refused">Answers other than 200.</param>
internal sealed record PageRequests(Latencies Times, double PerSecond, int Bytes, int Refused)
{
    private const int MostRequests = 200_000;
    private const int Buffer = 64 * 1024;

    public static async Task<PageRequests> RunAsync(
        HttpMessageInvoker invoker, Func<HttpRequestMessage> request, int atOnce, TimeSpan duration, CancellationToken cancellationToken)
    {
        var times = new Latencies();
        var refused = 0;
        var bytes = 0;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(AskAsync, cancellationToken)));
        return new PageRequests(times, times.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds, bytes, refused);

        async Task AskAsync()
        {
            var buffer = new byte[Buffer];
            for (var i = 0; i < MostRequests / atOnce && Stopwatch.GetElapsedTime(begun) < duration; i++)
            {
                using var asked = request();
                var sent = Stopwatch.GetTimestamp();
                using var answer = await invoker.SendAsync(asked, cancellationToken);
                await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
                var length = 0;
                while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
                    length += read;
                if (answer.IsSuccessStatusCode)
                    times.AddSince(sent);
                else
                    Interlocked.Increment(ref refused);
                Volatile.Write(ref bytes, length);
            }
        }
    }
}
