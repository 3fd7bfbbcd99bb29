namespace StudyGroup.Readings.Editions;

/// <summary>The longest common subsequence of a stretch, in memory that grows with its length alone (Hirschberg): the old side is halved, and the new side where both halves find most.</summary>
internal static class LongestCommon
{
    public static void Fill(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh, Stretch stretch, int[] matches)
    {
        var open = new Stack<Stretch>();
        open.Push(stretch);
        while (open.TryPop(out var part))
        {
            if (part.IsEmpty)
                continue;
            if (part.OldEnd - part.OldStart == 1)
            {
                var place = fresh[part.NewStart..part.NewEnd].IndexOf(old[part.OldStart]);
                if (place >= 0)
                    matches[part.OldStart] = part.NewStart + place;
                continue;
            }

            var middle = (part.OldStart + part.OldEnd) / 2;
            var cut = CutOf(old, fresh, part, middle);
            open.Push(new Stretch(part.OldStart, middle, part.NewStart, cut));
            open.Push(new Stretch(middle, part.OldEnd, cut, part.NewEnd));
        }
    }

    private static int CutOf(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh, Stretch part, int middle)
    {
        var width = part.NewEnd - part.NewStart;
        var head = new int[width + 1];
        for (var row = part.OldStart; row < middle; row++)
        {
            var diagonal = 0;
            for (var column = 1; column <= width; column++)
            {
                var above = head[column];
                head[column] = old[row] == fresh[part.NewStart + column - 1] ? diagonal + 1 : Math.Max(above, head[column - 1]);
                diagonal = above;
            }
        }

        var tail = new int[width + 1];
        for (var row = part.OldEnd - 1; row >= middle; row--)
        {
            var diagonal = 0;
            for (var column = width - 1; column >= 0; column--)
            {
                var below = tail[column];
                tail[column] = old[row] == fresh[part.NewStart + column] ? diagonal + 1 : Math.Max(below, tail[column + 1]);
                diagonal = below;
            }
        }

        var best = 0;
        for (var column = 1; column <= width; column++)
        {
            if (head[column] + tail[column] > head[best] + tail[best])
                best = column;
        }

        return part.NewStart + best;
    }
}
