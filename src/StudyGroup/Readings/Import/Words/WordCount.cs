namespace StudyGroup.Readings.Import.Words;

internal static class WordCount
{
    /// <summary>How many words the text has, counted no further than <paramref name="limit"/>.</summary>
    public static int UpTo(int limit, ReadOnlySpan<char> text)
    {
        var (count, within) = (0, false);
        foreach (var character in text)
        {
            var isWord = !char.IsWhiteSpace(character);
            if (isWord && !within && ++count >= limit)
                return count;
            within = isWord;
        }

        return count;
    }

    public static bool AtMost(int limit, ReadOnlySpan<char> text) => UpTo(limit + 1, text) <= limit;
}
