namespace StudyGroup.Readings.Editions;

/// <summary>Runs of members that occur once on either side of a stretch, as many of them as keep their order.</summary>
internal static class RareRuns
{
    public static List<(int Old, int New)> In(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh, Stretch stretch, int length)
    {
        var places = new Dictionary<long, (int Old, int New, bool IsRare)>();
        for (var place = stretch.OldStart; place + length <= stretch.OldEnd; place++)
        {
            var run = HashOf(old.Slice(place, length));
            places[run] = places.TryGetValue(run, out var known) ? known with { IsRare = false } : (place, -1, true);
        }

        for (var place = stretch.NewStart; place + length <= stretch.NewEnd; place++)
        {
            var run = HashOf(fresh.Slice(place, length));
            if (places.TryGetValue(run, out var known))
                places[run] = known.New < 0 ? known with { New = place } : known with { IsRare = false };
        }

        var rare = new List<(int Old, int New)>();
        foreach (var (oldPlace, newPlace, isRare) in places.Values)
        {
            if (isRare && newPlace >= 0 && old.Slice(oldPlace, length).SequenceEqual(fresh.Slice(newPlace, length)))
                rare.Add((oldPlace, newPlace));
        }

        rare.Sort();
        return LongestRise(rare);
    }

    private static long HashOf(ReadOnlySpan<int> run)
    {
        var hash = 1469598103934665603L;
        foreach (var member in run)
            hash = unchecked((hash ^ member) * 1099511628211L);
        return hash;
    }

    /// <summary>The longest selection whose second numbers rise too, found by laying the numbers on piles as in the game.</summary>
    private static List<(int Old, int New)> LongestRise(List<(int Old, int New)> pairs)
    {
        var tops = new List<int>();
        var before = new int[pairs.Count];
        for (var index = 0; index < pairs.Count; index++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[tops[middle]].New < pairs[index].New)
                    low = middle + 1;
                else
                    high = middle;
            }

            before[index] = low > 0 ? tops[low - 1] : -1;
            if (low == tops.Count)
                tops.Add(index);
            else
                tops[low] = index;
        }

        var rise = new List<(int Old, int New)>();
        for (var index = tops.Count > 0 ? tops[^1] : -1; index >= 0; index = before[index])
            rise.Add(pairs[index]);
        rise.Reverse();
        return rise;
    }
}
