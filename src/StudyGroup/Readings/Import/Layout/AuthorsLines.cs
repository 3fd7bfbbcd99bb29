using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>Tells lines that the author ended from lines that were full: the first word of the next line would still have had room.</summary>
internal static class AuthorsLines
{
    public static bool EndsEarly(ReadOnlySpan<char> line, ReadOnlySpan<char> next, int width)
    {
        var above = line.Trim();
        var below = next.Trim();
        if (SentenceEnd.IsHyphenated(above))
            return false;
        var word = below.IndexOf(' ') is var blank and >= 0 ? blank : below.Length;
        return above.Length + 1 + word <= width;
    }

    /// <summary>The share of lines that end early, on a page of this width.</summary>
    public static double Share(List<string> lines, int width)
    {
        var early = 0;
        for (var index = 0; index + 1 < lines.Count; index++)
            early += EndsEarly(lines[index], lines[index + 1], width) ? 1 : 0;
        return lines.Count < 2 ? 0 : early / (double)(lines.Count - 1);
    }
}
