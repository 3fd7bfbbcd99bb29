namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>How many tags a page holds and how deep they stand in one another, counted in its characters before a tree is made of them.</summary>
internal readonly record struct MarkupShape(int Tags, int Depth)
{
    private const int LongestTag = 2_000;

    // These end by themselves, or where the next of them begins.
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt", "html", "head", "body",
    };

    public static MarkupShape Of(ReadOnlySpan<char> text)
    {
        var unclosed = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();
        var (tags, depth, deepest) = (0, 0, 0);
        for (var index = text.IndexOf('<'); index >= 0 && index + 1 < text.Length;)
        {
            var isClosing = text[index + 1] == '/';
            var name = Name(text[(index + (isClosing ? 2 : 1))..]);
            if (!name.IsEmpty)
            {
                tags++;
                if (!unclosed.Contains(name) && !ClosesItself(text[index..]))
                    depth = Math.Max(0, depth + (isClosing ? -1 : 1));
                deepest = Math.Max(deepest, depth);
            }

            var step = text[(index + 1)..].IndexOf('<');
            index = step < 0 ? -1 : index + 1 + step;
        }

        return new MarkupShape(tags, deepest);
    }

    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        var end = tag[..Math.Min(tag.Length, LongestTag)].IndexOf('>');
        return end > 0 && tag[end - 1] == '/';
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < 20 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == ':'))
            end++;
        return end > 0 && char.IsAsciiLetter(text[0]) ? text[..end] : default;
    }
}
