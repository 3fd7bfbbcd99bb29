using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations.Anchoring;

/// <summary>How alike two quotes are: 1 − Levenshtein distance ÷ the longer length, white space and quotation marks folded.</summary>
public static class Likeness
{
    /// <summary>What is less alike than this counts as not alike at all, which bounds the work.</summary>
    private const double Least = 0.5;

    public static double Of(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => OfFolded(TextFolding.Fold(one), TextFolding.Fold(other));

    private static double OfFolded(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var longer = Math.Max(one.Length, other.Length);
        if (longer == 0)
            return 1;

        var common = one.CommonPrefixLength(other);
        one = one[common..];
        other = other[common..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }

        var most = (int)(longer * (1 - Least));
        return Distance(one, other, most) is { } distance ? 1 - ((double)distance / longer) : 0;
    }

    /// <summary>The distance when it is at most <paramref name="most"/>; only the table's cells near the diagonal are filled.</summary>
    private static int? Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
            return null;

        var far = most + 1;
        var row = new int[other.Length + 1];
        for (var column = 0; column < row.Length; column++)
            row[column] = Math.Min(column, far);
        for (var line = 1; line <= one.Length; line++)
        {
            var (from, to) = (Math.Max(1, line - most), Math.Min(other.Length, line + most));
            var diagonal = row[from - 1];
            row[from - 1] = from == 1 ? Math.Min(line, far) : far;
            for (var column = from; column <= to; column++)
            {
                var above = column == line + most ? far : row[column];
                var step = Math.Min(Math.Min(above, row[column - 1]) + 1, diagonal + (one[line - 1] == other[column - 1] ? 0 : 1));
                diagonal = row[column];
                row[column] = Math.Min(step, far);
            }
        }

        return row[^1] <= most ? row[^1] : null;
    }
}
