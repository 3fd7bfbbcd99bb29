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

        var letters = new char[window.Length];
        for (var column = 0; column < letters.Length; column++)
            letters[column] = TextFolding.Fold(window[column]);

        // costs[column]: the fewest edits that turn the quote so far into a part of the window that ends at the column; starts: where that part begins.
        var costs = new int[window.Length + 1];
        var starts = new int[window.Length + 1];
        for (var column = 0; column <= window.Length; column++)
            (costs[column], starts[column]) = column <= startsAt ? (0, column) : (column - startsAt, startsAt);
        for (var line = 1; line <= quote.Length; line++)
        {
            var letter = TextFolding.Fold(quote[line - 1]);
            var diagonal = costs[0];
            var diagonalStart = starts[0];
            var left = costs[0] = line;
            for (var column = 1; column < costs.Length; column++)
            {
                var best = letters[column - 1] == letter ? diagonal : diagonal + 1;
                var start = diagonalStart;
                diagonal = costs[column];
                diagonalStart = starts[column];
                if (diagonal + 1 < best)
                    (best, start) = (diagonal + 1, diagonalStart);
                if (left + 1 < best)
                    (best, start) = (left + 1, starts[column - 1]);
                costs[column] = left = best;
                starts[column] = start;
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
