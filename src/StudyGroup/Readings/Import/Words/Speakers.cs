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

    public static Speakers Of(IEnumerable<Piece> pieces)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var piece in pieces)
        {
            if (NameBefore(piece.Text) is { } name)
                counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        var speakers = new Speakers();
        speakers.names.UnionWith(counts.Where(count => count.Value >= FewestSpeeches).Select(count => count.Key));
        return speakers;
    }

    /// <summary>Whether somebody begins to speak here.</summary>
    public bool Begin(string text) => names.Count > 0 && NameBefore(text) is { } name && names.Contains(name);

    private static string? NameBefore(string text)
    {
        var start = text.AsSpan().TrimStart("*_[");
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
