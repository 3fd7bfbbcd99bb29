using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Words;

/// <summary>The names that stand before the speeches of a play or an interview: <c>ANNA.</c>, <c>Q:</c>, or alone over the speech.</summary>
internal sealed class Speakers
{
    private const int LongestName = 30;
    private const int MostWords = 3;
    private const int FewestSpeeches = 3;

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private Speakers()
    {
    }

    public static Speakers Of(List<Piece> pieces)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var speakers = new Speakers();
        string? before = null;
        for (var index = 0; index < pieces.Count; index++)
        {
            var name = NameBefore(pieces[index].Text);
            if (name is not null)
                counts[name] = counts.GetValueOrDefault(name) + 1;

            // Who is asked answers; once is enough.
            if (name is not null && before is not null && name != before && SentenceEnd.LastCharacter(pieces[index - 1].Text) == '?' && IsLabelled(pieces[index - 1].Text) && IsLabelled(pieces[index].Text))
                speakers.names.UnionWith([before, name]);
            before = name;
        }

        speakers.names.UnionWith(counts.Where(count => count.Value >= FewestSpeeches).Select(count => count.Key));
        return speakers;
    }

    /// <summary>Whether a line opens with a short name and a colon.</summary>
    public static bool IsLabelled(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, LongestName)];
        return head.IndexOf(':') is > 0 and var end && end + 1 < text.Length && text[end + 1] is ' ' or '*' or '_' && NameBefore(text) is not null;
    }

    /// <summary>Whether somebody begins to speak here.</summary>
    public bool Begin(string text) => names.Count > 0 && NameBefore(text) is { } name && names.Contains(name);

    private static string? NameBefore(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart("*_[");
        if (start.IsEmpty || !char.IsUpper(start[0]))
            return null;
        var head = start[..Math.Min(start.Length, LongestName)];
        var end = head.IndexOfAny(":.\n([");
        if (end < 0 && start.Length > LongestName)
            return null;
        var name = (end < 0 ? head : head[..end]).Trim(" *_");
        var isShouted = name.IndexOfAnyInRange('a', 'z') < 0;
        var isCue = end < 0 ? isShouted : head[end] == ':' || isShouted;
        return isCue && !name.IsEmpty && !name.ContainsAnyInRange('0', '9') && WordCount.AtMost(MostWords, name) && RomanNumber.Value(name) is null ? name.ToString() : null;
    }
}
