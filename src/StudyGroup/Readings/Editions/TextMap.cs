namespace StudyGroup.Readings.Editions;

/// <summary>Where a stretch of the old text can stand in the new one: from somewhere in [From, FromLatest] to somewhere in [ToEarliest, To].</summary>
public readonly record struct MappedStretch(int From, int FromLatest, int ToEarliest, int To)
{
    /// <summary>Both ends were found exactly.</summary>
    public bool IsExact => From == FromLatest && ToEarliest == To;
}

/// <summary>The words that an old and a new text have in common, in order.</summary>
public sealed class TextMap
{
    private readonly List<Run> runs = [];
    private readonly int newLength;

    internal TextMap(int newLength) => this.newLength = newLength;

    internal readonly record struct Run(int Old, int New, int Length)
    {
        public int OldEnd => Old + Length;

        public int NewEnd => New + Length;
    }

    /// <summary>Where the words between two places of the old text are, or between which words they would stand.</summary>
    public MappedStretch Map(int start, int end)
    {
        var first = FirstEndingAfter(start);
        int from, fromLatest;
        if (first < runs.Count && runs[first].Old <= start)
        {
            from = fromLatest = runs[first].New + start - runs[first].Old;
        }
        else
        {
            from = first > 0 ? runs[first - 1].NewEnd : 0;
            fromLatest = first < runs.Count ? runs[first].New : newLength;
        }

        var behind = FirstEndingAfter(end - 1);
        int toEarliest, to;
        if (behind < runs.Count && runs[behind].Old < end)
        {
            toEarliest = to = runs[behind].New + end - runs[behind].Old;
        }
        else
        {
            toEarliest = behind > 0 ? runs[behind - 1].NewEnd : 0;
            to = behind < runs.Count ? runs[behind].New : newLength;
        }

        return new MappedStretch(from, fromLatest, toEarliest, to);
    }

    /// <summary>How many code units of a stretch of the new text stood in the old one already.</summary>
    public int KnownIn(int start, int end) => CommonTo((0, int.MaxValue), (start, end));

    /// <summary>How many code units a stretch of the old text and one of the new text have in common.</summary>
    public int CommonTo((int Start, int End) old, (int Start, int End) fresh)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].NewEnd <= fresh.Start)
                low = middle + 1;
            else
                high = middle;
        }

        var common = 0;
        for (var index = low; index < runs.Count && runs[index].New < fresh.End; index++)
        {
            var run = runs[index];
            var (from, to) = (Math.Max(Math.Max(fresh.Start - run.New, old.Start - run.Old), 0), Math.Min(Math.Min(fresh.End - run.New, old.End - run.Old), run.Length));
            common += Math.Max(0, to - from);
        }

        return common;
    }

    /// <summary>Adds words that follow the last ones on both sides.</summary>
    internal void Add(Run run)
    {
        if (run.Length > 0)
            runs.Add(run);
    }

    private int FirstEndingAfter(int place)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].OldEnd <= place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
