using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations.Anchoring;

/// <summary>How alike two quotes are: 1 − Levenshtein distance ÷ the longer length, white space and quotation marks folded.</summary>
public static class Likeness
{
    private const int WordBits = 64;

    public static double Of(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var (left, right) = (TextFolding.Fold(one), TextFolding.Fold(other));
        var longer = Math.Max(left.Length, right.Length);
        return longer == 0 ? 1 : 1 - ((double)Distance(left, right) / longer);
    }

    private static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var common = one.CommonPrefixLength(other);
        one = one[common..];
        other = other[common..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }

        return one.Length == 0 || other.Length == 0 ? one.Length + other.Length : BitDistance(one, other);
    }

    /// <summary>
    /// A column of the table at a time, 64 cells in a word (Myers 1999, over several words as in Hyyrö 2003): <c>up</c> and <c>down</c> hold the cells that are
    /// one more, or one less, than the cell above them.
    /// </summary>
    private static int BitDistance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var words = (one.Length + WordBits - 1) / WordBits;
        var places = PlacesOf(one, words);
        var (up, down) = (new ulong[words], new ulong[words]);
        Array.Fill(up, ulong.MaxValue);
        var last = 1UL << ((one.Length - 1) % WordBits);
        var distance = one.Length;
        foreach (var letter in other)
        {
            var same = places.GetValueOrDefault(letter);
            var (carryUp, carryDown) = (1UL, 0UL);
            for (var word = 0; word < words; word++)
            {
                var equal = (same is null ? 0 : same[word]) | carryDown;
                var diagonal = (((equal & up[word]) + up[word]) ^ up[word]) | equal | down[word];
                var right = down[word] | ~(diagonal | up[word]);
                var left = diagonal & up[word];
                if (word == words - 1)
                    distance += (right & last) != 0 ? 1 : (left & last) != 0 ? -1 : 0;
                var (outUp, outDown) = (right >> (WordBits - 1), left >> (WordBits - 1));
                right = (right << 1) | carryUp;
                left = (left << 1) | carryDown;
                up[word] = left | ~(diagonal | right);
                down[word] = right & diagonal;
                (carryUp, carryDown) = (outUp, outDown);
            }
        }

        return distance;
    }

    private static Dictionary<char, ulong[]> PlacesOf(ReadOnlySpan<char> text, int words)
    {
        var places = new Dictionary<char, ulong[]>();
        for (var place = 0; place < text.Length; place++)
        {
            if (!places.TryGetValue(text[place], out var bits))
                places[text[place]] = bits = new ulong[words];
            bits[place / WordBits] |= 1UL << (place % WordBits);
        }

        return places;
    }
}
