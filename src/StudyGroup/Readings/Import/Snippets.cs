namespace StudyGroup.Readings.Import;

/// <summary>The words before and after a repair, cut to where they differ.</summary>
internal static class Snippets
{
    private const int Longest = 300;
    private const int Around = 120;
    private const int LongestWord = 40;

    public static (string Before, string After) Of(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.Length <= Longest && after.Length <= Longest)
            return (before.ToString(), after.ToString());
        var start = Math.Max(0, Math.Min(before.CommonPrefixLength(after), Math.Min(before.Length, after.Length)) - Around);
        return (Window(before, start), Window(after, start));
    }

    /// <summary>The words on both sides of a joint.</summary>
    public static string Joint(ReadOnlySpan<char> first, string between, ReadOnlySpan<char> second) =>
        string.Concat(Last(first, Around), between, First(second, Around));

    private static string Window(ReadOnlySpan<char> text, int start)
    {
        var tail = start == 0 ? text : Last(text, text.Length - start);
        var head = First(tail, 2 * Around);
        return string.Concat(start == 0 ? "" : "…", head, head.Length < tail.Length ? "…" : "");
    }

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most)
            return text;
        var blank = char.IsWhiteSpace(text[most]) ? most : text[..most].LastIndexOf(' ');
        // A pair of surrogates is one letter and is not cut in two.
        return most - blank <= LongestWord ? text[..blank] : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most)
            return text;
        var tail = text[^most..];
        var blank = char.IsWhiteSpace(text[^(most + 1)]) ? -1 : tail.IndexOf(' ');
        return blank is >= 0 and <= LongestWord ? tail[(blank + 1)..] : blank < 0 && char.IsLowSurrogate(tail[0]) ? tail[1..] : tail;
    }
}
