using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>Verse: short lines that the author broke, most of them with a capital first.</summary>
internal static class VerseLines
{
    private const int FewestLines = 3;
    private const int FewestLinesAlone = 4;
    private const int LongestLine = 60;
    private const int NarrowestPage = 55;

    public static bool AreVerse(List<string> lines, PageShape shape)
    {
        if (lines.Count < FewestLines)
            return false;
        var (longest, total, capitals, figures, shouted, sentences) = (0, 0, 0, 0, 0, 0);
        foreach (var line in lines)
        {
            var words = Marks.WithoutOpening(line);
            longest = Math.Max(longest, words.Length);
            total += words.Length;
            capitals += !words.IsEmpty && char.IsUpper(words[0]) ? 1 : 0;
            figures += words.IndexOfAnyInRange('0', '9') >= 0 || words.Contains('@') ? 1 : 0;
            sentences += !words.IsEmpty && ".!?".Contains(SentenceEnd.LastCharacter(words)) ? 1 : 0;
            shouted += words.ToString().Any(char.IsLower) ? 0 : 1;
        }

        // Set beside prose, the lines are clearly shorter than its lines; a page of verse alone has none to compare with.
        var isNarrow = (shape.Width < NarrowestPage && lines.Count >= FewestLinesAlone) || (longest <= shape.Width * 0.85 && total <= lines.Count * shape.Width * 0.7);
        return isNarrow && longest <= LongestLine && capitals * 3 >= lines.Count * 2 && figures * 4 <= lines.Count && shouted * 3 < lines.Count && sentences * 2 <= lines.Count
            && lines.TrueForAll(line => Enumerator.At(line.AsSpan().TrimStart(' ')) is null);
    }

    /// <summary>The lines with the indents they have against each other.</summary>
    public static string TextOf(List<string> lines)
    {
        var indent = lines.Min(line => LineKinds.IndentOf(line));
        return string.Join('\n', lines.Select(line => line[indent..]));
    }
}
