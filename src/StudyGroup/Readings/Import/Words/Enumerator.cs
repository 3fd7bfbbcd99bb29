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
}

/// <summary>A number or letter that is printed before a paragraph.</summary>
internal sealed record Enumerator(EnumeratorStyle Style, int Value, string Label, int Length)
{
    private const int MostDigits = 3;

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

    /// <summary>A capital before a paragraph; only a chain of them is an enumeration.</summary>
    public static Enumerator? CapitalAt(ReadOnlySpan<char> text) =>
        text.Length > 3 && char.IsAsciiLetterUpper(text[0]) && text[1] is '.' or ')' && text[2] == ' '
            ? new Enumerator(EnumeratorStyle.Capital, text[0] - 'A' + 1, text[..1].ToString(), 3)
            : null;

    public bool IsFollowedBy(Enumerator next) =>
        (next.Style == Style && next.Value == Value + 1) || (next.Style == EnumeratorStyle.Roman && next.Value == 2 && Label == "i");

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
