using System.Diagnostics;
using Xunit;

namespace StudyGroup.Tests.Readings.Rendering;

/// <summary>How long a piece of work takes when nothing else has the processor: other tests run beside it, so it may try until one run was left alone.</summary>
internal static class Budget
{
    private const int Tries = 60;

    public static void AssertKept(TimeSpan budget, Action work)
    {
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < Tries && fastest > budget; attempt++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            var elapsed = Stopwatch.GetElapsedTime(start);
            fastest = elapsed < fastest ? elapsed : fastest;
        }

        Assert.True(fastest <= budget, $"The fastest of {Tries} runs took {fastest.TotalMilliseconds:F0} ms.");
    }
}
