using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>Verse: short lines that the author ended, most of them with a capital first.</summary>
internal static class VerseLines
{
    private const int FewestLines = 3;
    private const int FewestLinesAlone = 4;
    private const int LongestLine = 60;
    private const int NarrowestPage = 55;
    private const int FewestOwn = 3;

    public static bool AreVerse(List<string> lines, PageShape shape)
    {
        var looks = LooksOf(lines);
        if (lines.Count < 2 || looks.Longest > LongestLine || looks.Figures * 4 > lines.Count || looks.Numbered > 0)
            return false;

        // On a page of verse a couplet is verse too, and so are lines without capitals; two lines over a text are its title and byline.
        if (shape.IsVerse && (AuthorsLines.Share(lines, shape.Width) >= 0.5 || lines.Count > FewestLines || looks.Shouted == 1 || looks.Capitals == lines.Count))
            return looks.Shouted * 2 <= lines.Count && Byline.Of(string.Join('\n', lines)) is null && Byline.Of(lines[^1]) is not { IsSpelled: true };
        if (lines.Count < FewestLines || looks.Shouted * 3 >= lines.Count)
            return false;

        // Set beside prose, the lines are clearly shorter than its lines; a page of verse alone has none to compare with.
        var isNarrow = (shape.Width < NarrowestPage && lines.Count >= FewestLinesAlone) || (looks.Longest <= shape.Width * 0.85 && looks.Total <= lines.Count * shape.Width * 0.7);
        return isNarrow && looks.Capitals * 3 >= lines.Count * 2 && looks.Sentences * 2 <= lines.Count;
    }

    /// <summary>Lines such as those of an address or a list of persons: no verse, and yet they end where the author ended them.</summary>
    public static bool AreOwn(List<string> lines, PageShape shape) =>
        lines.Count >= FewestOwn && lines.TrueForAll(line => line.Trim().Length <= Math.Min(LongestLine, shape.Width * 0.75)) && AuthorsLines.Share(lines, shape.Width) >= 0.95;

    /// <summary>The lines with the indents they have against each other.</summary>
    public static string TextOf(List<string> lines)
    {
        var indent = lines.Min(line => LineKinds.IndentOf(line));
        return string.Join('\n', lines.Select(line => line[indent..]));
    }

    private readonly record struct Looks(int Longest, int Total, int Capitals, int Figures, int Shouted, int Sentences, int Numbered);

    private static Looks LooksOf(List<string> lines)
    {
        var looks = default(Looks);
        foreach (var line in lines)
        {
            var words = Marks.WithoutOpening(line);
            looks = new Looks(
                Math.Max(looks.Longest, words.Length),
                looks.Total + words.Length,
                looks.Capitals + (!words.IsEmpty && char.IsUpper(words[0]) ? 1 : 0),
                looks.Figures + (words.IndexOfAnyInRange('0', '9') >= 0 || words.Contains('@') ? 1 : 0),
                looks.Shouted + (words.ToString().Any(char.IsLower) ? 0 : 1),
                looks.Sentences + (!words.IsEmpty && ".!?".Contains(SentenceEnd.LastCharacter(words)) ? 1 : 0),
                looks.Numbered + (Enumerator.At(line.AsSpan().TrimStart(' ')) is null ? 0 : 1));
        }

        return looks;
    }
}
