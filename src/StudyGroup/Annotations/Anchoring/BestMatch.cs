using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations.Anchoring;

/// <summary>The part of a window of text that is most like a quote.</summary>
internal static class BestMatch
{
    /// <summary>Larger tables are not filled: for a quote that long the ends that the difference gave are near enough.</summary>
    private const long MostCells = 2_000_000;

    /// <param name="quote">What is looked for.</param>
    /// <param name="window">Where.</param>
    /// <param name="startsAt">The match must begin within this many characters of the window's start.</param>
    /// <param name="endsBehind">The match must end here or later.</param>
    /// <returns>Null when the table would be too large.</returns>
    public static (int Start, int End)? In(ReadOnlySpan<char> quote, ReadOnlySpan<char> window, int startsAt, int endsBehind)
    {
        if ((long)quote.Length * window.Length > MostCells)
            return null;

        // costs[column]: the fewest edits that turn the quote so far into a part of the window that ends at the column; starts: where that part begins.
        var costs = new int[window.Length + 1];
        var starts = new int[window.Length + 1];
        for (var column = 0; column <= window.Length; column++)
            (costs[column], starts[column]) = column <= startsAt ? (0, column) : (column - startsAt, startsAt);
        for (var line = 1; line <= quote.Length; line++)
        {
            var letter = TextFolding.Fold(quote[line - 1]);
            var (diagonal, diagonalStart) = (costs[0], starts[0]);
            costs[0] = line;
            for (var column = 1; column <= window.Length; column++)
            {
                var (best, start) = (diagonal + (letter == TextFolding.Fold(window[column - 1]) ? 0 : 1), diagonalStart);
                if (costs[column] + 1 < best)
                    (best, start) = (costs[column] + 1, starts[column]);
                if (costs[column - 1] + 1 < best)
                    (best, start) = (costs[column - 1] + 1, starts[column - 1]);
                (diagonal, diagonalStart) = (costs[column], starts[column]);
                (costs[column], starts[column]) = (best, start);
            }
        }

        var end = endsBehind;
        for (var column = endsBehind; column <= window.Length; column++)
        {
            if (costs[column] < costs[end])
                end = column;
        }

        return (starts[end], end);
    }
}
