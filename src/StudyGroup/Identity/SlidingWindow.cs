namespace StudyGroup.Identity;

/// <summary>Counts what happened under a key during the last while, and says when it is enough. Kept in memory: a restart forgives.</summary>
public sealed class SlidingWindow<TKey>(int limit, TimeSpan span, TimeProvider time)
    where TKey : notnull
{
    // Whoever comes from more places than this at once is an attack; newcomers wait then, and the memory is bounded.
    private const int MaxKeys = 100_000;

    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Queue<long>> taken = [];
    private long swept = time.GetTimestamp();

    /// <summary>Counts one more unless the limit is reached.</summary>
    public bool TryTake(TKey key)
    {
        var now = time.GetTimestamp();
        lock (gate)
        {
            Sweep(now);
            if (!taken.TryGetValue(key, out var times))
            {
                if (taken.Count >= MaxKeys)
                    return false;
                taken[key] = times = new();
            }

            DropOld(times, now);
            if (times.Count >= limit)
                return false;
            times.Enqueue(now);
            return true;
        }
    }

    /// <summary>Takes back one count, because what was counted turned out well.</summary>
    public void GiveBack(TKey key)
    {
        lock (gate)
        {
            if (taken.TryGetValue(key, out var times))
                times.TryDequeue(out _);
        }
    }

    public void Forget(TKey key)
    {
        lock (gate)
            taken.Remove(key);
    }

    private void Sweep(long now)
    {
        if (time.GetElapsedTime(swept, now) < span)
            return;

        swept = now;
        foreach (var (key, times) in taken)
        {
            DropOld(times, now);
            if (times.Count == 0)
                taken.Remove(key);
        }
    }

    private void DropOld(Queue<long> times, long now)
    {
        while (times.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= span)
            times.Dequeue();
    }
}
