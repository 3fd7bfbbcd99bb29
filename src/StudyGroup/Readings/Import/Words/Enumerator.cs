namespace StudyGroup.Readings.Import.Words;

internal enum EnumeratorStyle
{
    /// <summary><c>4.</c></summary>
    Number,

    /// <summary><c>4)</c> or <c>(4)</c></summary>
    NumberBracket,

    /// <summary><c>a)</c>, <c>(a)</c>, <c>a.)</c></summary>
    Letter,

    /// <summary><c>ii)</c>, <c>(ii)</c></summary>
    Roman,

    /// <summary><c>A.</c>, which may also be the initial of a name.</summary>
    Capital,

    /// <summary><c>IV.</c>, which may also be the initial of a name.</summary>
    RomanCapital,
}

/// <summary>A number or letter that is printed before a paragraph.</summary>
internal sealed record Enumerator(EnumeratorStyle Style, int Value, string Label, int Length)
{
    private const int MostDigits = 3;
    private const int LongestRoman = 7;

    /// <summary>The enumerator that a text begins with, or null. A single <c>i)</c> is read as a letter.</summary>
    public static Enumerator? At(ReadOnlySpan<char> text)
    {
        var start = text.Length > 0 && text[0] == '(' ? 1 : 0;
        var end = start;
        while (end < text.Length && end - start <= MostDigits && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        var label = text[start..end];
        if (label.IsEmpty || label.Length > MostDigits + 1 || ClosingOf(text, start, end) is not { } close)
            return null;

        var isBracket = text[close - 1] == ')';
        if (Number(label) is { } number)
            return new Enumerator(isBracket ? EnumeratorStyle.NumberBracket : EnumeratorStyle.Number, number, label.ToString(), close + 1);
        if (!isBracket)
            return null;
        if (label.Length == 1 && char.IsAsciiLetterLower(label[0]))
            return new Enumerator(EnumeratorStyle.Letter, label[0] - 'a' + 1, label.ToString(), close + 1);
        return RomanNumber.Value(label) is { } roman ? new Enumerator(EnumeratorStyle.Roman, roman, label.ToString(), close + 1) : null;
    }

    /// <summary>All that the beginning of a paragraph may be read as; which one it is, the paragraphs before and after it decide.</summary>
    public static IReadOnlyList<Enumerator> ReadingsOf(string text)
    {
        if (text.Length < 3 || text[0] == ' ')
            return [];
        var found = new List<Enumerator>(2);
        var mark = At(text);
        if (mark is not null)
            found.Add(mark);
        if (mark is { Style: EnumeratorStyle.Letter } && RomanNumber.Value(mark.Label) is { } small)
            found.Add(mark with { Style = EnumeratorStyle.Roman, Value = small });
        if (char.IsAsciiLetterUpper(text[0]))
            AddCapitals(text, found);
        return found;
    }

    public bool IsFollowedBy(Enumerator next) => next.Style == Style && next.Value == Value + 1;

    private static void AddCapitals(string text, List<Enumerator> found)
    {
        var end = text.AsSpan(0, Math.Min(text.Length, LongestRoman + 1)).IndexOfAnyExceptInRange('A', 'Z');
        if (end < 1 || end + 2 >= text.Length || text[end] is not ('.' or ')') || text[end + 1] != ' ')
            return;
        if (end == 1)
            found.Add(new Enumerator(EnumeratorStyle.Capital, text[0] - 'A' + 1, text[..1], 3));
        if (RomanNumber.Value(text.AsSpan(0, end)) is { } roman)
            found.Add(new Enumerator(EnumeratorStyle.RomanCapital, roman, text[..end], end + 2));
    }

    private static int? Number(ReadOnlySpan<char> label) => label.IndexOfAnyExceptInRange('0', '9') < 0 && label.Length <= MostDigits ? int.Parse(label, null) : null;

    // The place behind the point or bracket, where a blank must stand.
    private static int? ClosingOf(ReadOnlySpan<char> text, int start, int end)
    {
        var close = end;
        if (start == 0 && close < text.Length && text[close] == '.')
            close++;
        if (close < text.Length && text[close] == ')')
            close++;
        return close > end && close < text.Length && text[close] == ' ' && (start == 0 || text[close - 1] == ')') ? close : null;
    }
}
