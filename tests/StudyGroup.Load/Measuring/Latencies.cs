using System.Diagnostics;

namespace StudyGroup.Load.Measuring;

/// <summary>Times in milliseconds, added from many threads.</summary>
internal sealed class Latencies
{
    private readonly Lock gate = new();
    private readonly List<double> all = [];
    private double[]? sorted;

    public int Count
    {
        get
        {
            lock (gate)
                return all.Count;
        }
    }

    public double P50 => Percentile(50);

    public double P95 => Percentile(95);

    public double P99 => Percentile(99);

    public double Worst => Percentile(100);

    public void Add(double milliseconds)
    {
        lock (gate)
        {
            all.Add(milliseconds);
            sorted = null;
        }
    }

    public void AddSince(long timestamp) => Add(Stopwatch.GetElapsedTime(timestamp).TotalMilliseconds);

    /// <summary>The smallest time that this share of all does not exceed; not a number when there is none.</summary>
    public double Percentile(double percent)
    {
        lock (gate)
        {
            if (all.Count == 0)
                return double.NaN;

            sorted ??= [.. all.Order()];
            var place = (int)Math.Ceiling(percent / 100 * sorted.Length) - 1;
            return sorted[Math.Clamp(place, 0, sorted.Length - 1)];
        }
    }

    public override string ToString() => Count == 0 ? "none" : $"p50 {P50:0.#}, p95 {P95:0.#}, p99 {P99:0.#}, worst {Worst:0.#} ms of {Count:N0}";
}
