namespace StudyGroup.Readings.Import.Words;

/// <summary>Whether a paragraph came to its end, and whether another one goes on in mid-sentence.</summary>
internal static class SentenceEnd
{
    private const string Closers = " \n*_" + Marks.Quotes + Marks.Superscripts;
    private const string Stops = ".!?:;…)]>。！？";

    /// <summary>Quotation marks, emphasis and note marks at the end are set aside first.</summary>
    public static bool IsReached(ReadOnlySpan<char> text)
    {
        var core = Core(text);
        return core.IsEmpty || Stops.Contains(core[^1]) || WebAddress.EndsText(core);
    }

    public static bool IsHyphenated(ReadOnlySpan<char> text)
    {
        var core = text.TrimEnd(" \n*_");
        return core.Length > 1 && core[^1] is '-' or '\u2010' && char.IsLetter(core[^2]);
    }

    /// <summary>Whether a text of more than <paramref name="mostWords"/> words, or one that ends in a hyphen, stops before its sentence does.</summary>
    public static bool IsCutOff(ReadOnlySpan<char> text, int mostWords) => !IsReached(text) && (IsHyphenated(text) || !WordCount.AtMost(mostWords, text));

    /// <summary>The last character that counts, or a blank.</summary>
    public static char LastCharacter(ReadOnlySpan<char> text) => Core(text) is { IsEmpty: false } core ? core[^1] : ' ';

    public static bool GoesOnSmall(ReadOnlySpan<char> text)
    {
        var words = Marks.WithoutOpening(text);
        if (words.StartsWith("– ", StringComparison.Ordinal) || words.StartsWith("— ", StringComparison.Ordinal))
            words = words[2..];
        return !words.IsEmpty && char.IsLower(words[0]) && !WebAddress.IsAt(words) && Enumerator.At(text) is null && !IsHostFirst(words);
    }

    /// <summary>The last sentence, as far as it stands within the last <paramref name="most"/> characters.</summary>
    public static ReadOnlySpan<char> LastSentence(ReadOnlySpan<char> text, int most)
    {
        var tail = text[^Math.Min(text.Length, most)..];
        var core = tail[..^1];
        var start = core.LastIndexOfAny(".!?");
        while (start > 0 && start + 2 < tail.Length && (tail[start + 1] != ' ' || !char.IsUpper(Marks.WithoutOpening(tail[(start + 1)..]) is [var first, ..] ? first : ' ')))
            start = core[..start].LastIndexOfAny(".!?");
        return start < 0 ? tail : tail[(start + 1)..];
    }

    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimEnd(Closers);
            var open = text.LastIndexOf('[');
            if (text.Length == 0 || text[^1] != ']' || open <= 0 || text.Length - open > 8)
                return text;
            text = text[..open];
        }
    }

    private static bool IsHostFirst(ReadOnlySpan<char> words)
    {
        var end = words.IndexOfAny(" \n,;");
        return WebAddress.Host(end < 0 ? words : words[..end]) is not null;
    }
}
