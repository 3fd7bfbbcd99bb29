namespace StudyGroup.Readings.Editions;

/// <summary>
/// Which members of an old sequence stand in a new one, in the same order. Long runs that occur once on either side hold the two together, then shorter ones
/// between them (patience difference); what is left is small enough for the longest common subsequence. The work is bounded: a stretch that is too large for
/// that and has nothing rare in it is taken as rewritten.
/// </summary>
internal static class Alignment
{
    /// <summary>Up to this size the longest common subsequence is found without looking for rare runs first.</summary>
    private const long FewCells = 60_000;

    private const long MostCells = 100_000_000;

    /// <summary>For members that are rare by themselves, such as whole blocks.</summary>
    public static readonly int[] Single = [1];

    /// <summary>For words: the same few of them in a row say more than one that happens to stand in both places.</summary>
    public static readonly int[] Runs = [12, 6, 3];

    /// <returns>For each old member the place of its match in the new sequence, or -1.</returns>
    public static int[] Of(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh, int[] runLengths)
    {
        var matches = new int[old.Length];
        Array.Fill(matches, -1);
        var open = new Stack<(Stretch Stretch, int Level)>();
        open.Push((new Stretch(0, old.Length, 0, fresh.Length), 0));
        while (open.TryPop(out var next))
        {
            var rest = Trim(old, fresh, next.Stretch, matches);
            if (rest.IsEmpty)
                continue;

            if (rest.Cells <= FewCells || next.Level == runLengths.Length)
            {
                if (rest.Cells <= MostCells)
                    LongestCommon.Fill(old, fresh, rest, matches);
                continue;
            }

            var length = runLengths[next.Level];
            var (fromOld, fromNew) = (rest.OldStart, rest.NewStart);
            foreach (var (oldPlace, newPlace) in RareRuns.In(old, fresh, rest, length))
            {
                // Runs overlap: what the one before has taken is not taken again.
                var skip = Math.Max(0, Math.Max(fromOld - oldPlace, fromNew - newPlace));
                if (skip >= length)
                    continue;
                open.Push((new Stretch(fromOld, oldPlace + skip, fromNew, newPlace + skip), next.Level));
                for (var index = skip; index < length; index++)
                    matches[oldPlace + index] = newPlace + index;
                (fromOld, fromNew) = (oldPlace + length, newPlace + length);
            }

            // Without a rare run of this length shorter ones are tried; with one, what is left is smaller and is looked at again.
            var isWhole = fromOld == rest.OldStart && fromNew == rest.NewStart;
            open.Push((new Stretch(fromOld, rest.OldEnd, fromNew, rest.NewEnd), isWhole ? next.Level + 1 : next.Level));
        }

        return matches;
    }

    private static Stretch Trim(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh, Stretch stretch, int[] matches)
    {
        var (oldStart, oldEnd, newStart, newEnd) = stretch;
        while (oldStart < oldEnd && newStart < newEnd && old[oldStart] == fresh[newStart])
            matches[oldStart++] = newStart++;
        while (oldStart < oldEnd && newStart < newEnd && old[oldEnd - 1] == fresh[newEnd - 1])
            matches[--oldEnd] = --newEnd;
        return new Stretch(oldStart, oldEnd, newStart, newEnd);
    }
}

/// <summary>A part of two sequences that is still to be compared.</summary>
internal readonly record struct Stretch(int OldStart, int OldEnd, int NewStart, int NewEnd)
{
    public bool IsEmpty => OldStart == OldEnd || NewStart == NewEnd;

    public long Cells => (long)(OldEnd - OldStart) * (NewEnd - NewStart);
}
