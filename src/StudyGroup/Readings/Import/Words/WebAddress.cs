namespace StudyGroup.Readings.Import.Words;

/// <summary>Where a text holds an address of the web or of mail.</summary>
internal static class WebAddress
{
    private static readonly string[] Schemes = ["https://", "http://"];

    public static bool IsWithin(ReadOnlySpan<char> text) =>
        text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || Host(text) is not null || IsMail(text);

    public static bool IsAt(ReadOnlySpan<char> text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>The host of the first address in a short text, without "www.": <c>example.org</c>.</summary>
    public static string? Host(ReadOnlySpan<char> text)
    {
        foreach (var part in text[..Math.Min(text.Length, 2_000)].SplitAny(" \n\t()[]<>*,;\"“”"))
        {
            var word = text[part];
            var isMarked = IsAt(word);
            foreach (var scheme in Schemes)
                word = word.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? word[scheme.Length..] : word;
            if (word.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
                word = word[4..];
            var end = word.IndexOfAny("/?#:");
            var host = (end < 0 ? word : word[..end]).TrimEnd(".!");
            if (IsHost(host, isMarked))
                return host.ToString().ToLowerInvariant();
        }

        return null;
    }

    /// <summary>Whether a text ends in an address, which needs no full stop behind it.</summary>
    public static bool EndsText(ReadOnlySpan<char> text)
    {
        var last = text[(text.LastIndexOfAny(" \n") + 1)..].TrimStart("<([");
        return IsAt(last) || last.Contains("://", StringComparison.Ordinal);
    }

    private static bool IsMail(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
    }

    // A name, a point and a lower-case ending of the usual length; "example.org" is one, "end.The" and "U.S." are none.
    private static bool IsHost(ReadOnlySpan<char> word, bool isMarked)
    {
        var point = word.LastIndexOf('.');
        if (point < 2 || word.Length - point - 1 < 2 || (!isMarked && word.Length - point - 1 > 6) || word.Contains('@'))
            return false;
        foreach (var character in word)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character is not ('.' or '-'))
                return false;
        }

        return !char.IsAsciiDigit(word[^1]);
    }
}
