using System.Diagnostics;

namespace StudyGroup.Load.Measuring;

/// <summary>Does something so many times at so many a second, whether or not the earlier ones are done.</summary>
internal static class Pace
{
    public static async Task RunAsync(int count, double perSecond, Func<int, Task> act, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var running = new List<Task>(count);
        for (var i = 0; i < count; i++)
        {
            var wait = TimeSpan.FromSeconds(i / perSecond) - Stopwatch.GetElapsedTime(begun);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, cancellationToken);
            running.Add(act(i));
        }

        await Task.WhenAll(running);
    }
}
