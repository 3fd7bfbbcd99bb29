namespace StudyGroup.Readings.Import.Words;

/// <summary>Whether a hyphen at a break belongs to the word or to the line.</summary>
internal static class HyphenChoice
{
    /// <returns>Whether the hyphen stays, and how sure that is.</returns>
    public static (bool Keeps, Sureness Sureness) Of(ReadOnlySpan<char> first, ReadOnlySpan<char> second, Vocabulary vocabulary)
    {
        var closed = vocabulary.Count(string.Concat(first, second));
        var hyphenated = vocabulary.Count(string.Concat(first, "-", second));
        if (closed != hyphenated)
            return (hyphenated > closed, Sureness.Silent);

        // Two words that each stand alone elsewhere are a compound; two pieces of one word are not.
        var isCompound = first.Length > 2 && second.Length > 2 && vocabulary.Count(first) > 0 && vocabulary.Count(second) > 1;
        return (isCompound, Sureness.ForReview);
    }

    /// <summary>The letters before a hyphen at the end.</summary>
    public static ReadOnlySpan<char> LastPart(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return text[start..];
    }

    public static ReadOnlySpan<char> FirstPart(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text[..end];
    }
}
