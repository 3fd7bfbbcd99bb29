using System.Globalization;

namespace StudyGroup.Readings.Import.Words;

/// <summary>Characters that stand around words.</summary>
internal static class Marks
{
    public const string Quotes = "\"'“”„‟‘’‚‛«»‹›";
    public const string OpeningQuotes = "\"“„‘‚«‹";
    public const string ClosingQuotes = "\"”’»›“";
    public const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The text without the quotation and emphasis marks and brackets it opens with.</summary>
    public static ReadOnlySpan<char> WithoutOpening(ReadOnlySpan<char> text) => text.TrimStart(" *_([¿¡" + Quotes);

    /// <summary>The text without emphasis marks on both sides.</summary>
    public static ReadOnlySpan<char> WithoutEmphasis(ReadOnlySpan<char> text) => text.Trim().Trim("*_").Trim();

    /// <summary>The text without the emphasis that covers all of it, which is typography; emphasis within it stays.</summary>
    public static string Unwrapped(string text)
    {
        var run = text.Length - text.AsSpan().TrimStart('*').Length;
        if (run is 0 or > 3 || text.Length <= 2 * run || text.Length - text.AsSpan().TrimEnd('*').Length != run || text[run] == ' ')
            return text;

        // "*One* and *two*" closes at its second mark; a title within a title opens there.
        var inner = text[run..^run];
        var second = inner.IndexOf('*', StringComparison.Ordinal);
        var isNested = second < 0 || (inner.AsSpan().Count('*') % 2 == 0 && (second == 0 || " (\"“‘«".Contains(inner[second - 1])));
        return isNested ? inner.Trim() : text;
    }

    public static bool StartsWithQuote(ReadOnlySpan<char> text)
    {
        var words = text.TrimStart(" *_");
        return !words.IsEmpty && OpeningQuotes.Contains(words[0]);
    }

    /// <summary>A number in the digits that all scripts know.</summary>
    public static string Number(ReadOnlySpan<char> digits)
    {
        Span<char> folded = stackalloc char[Math.Min(digits.Length, 6)];
        for (var index = 0; index < folded.Length; index++)
            folded[index] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digits[index]));
        return folded.ToString();
    }

    public static string Digits(ReadOnlySpan<char> superscripts)
    {
        Span<char> digits = stackalloc char[Math.Min(superscripts.Length, 6)];
        for (var index = 0; index < digits.Length; index++)
            digits[index] = (char)('0' + Superscripts.IndexOf(superscripts[index]));
        return digits.ToString();
    }
}
