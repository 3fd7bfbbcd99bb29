using System.Globalization;
using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>The contents as an issue prints them: a title over one to several lines, often with its subtitle, up to a page number.</summary>
internal static class PrintedContents
{
    private const int MostLines = 6;

    private static readonly Regex Page = new(@"(^|.*[^\s.…])(\s*((\.\s*){2,}|…+\s*)|\s+(p\.|pp\.|page|s\.)\s?|\s{3,})(?<page>[0-9]{1,4})$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static bool EndsInPage(string line) => line.Length < 400 && Page.IsMatch(line.TrimEnd());

    public static List<ContentsEntry> Read(List<string> lines, List<string> articleTitles) =>
        [.. Entries(lines).Select(entry => new ContentsEntry(TitleAmong(entry.Lines, articleTitles), entry.Page))];

    /// <summary>The lines of each entry, without its page.</summary>
    public static IEnumerable<(List<string> Lines, int Page)> Entries(List<string> lines)
    {
        var open = new List<string>();
        foreach (var line in lines)
        {
            var bullet = LineKinds.Bullet(line);
            if (bullet > 0 || string.IsNullOrWhiteSpace(line) || open.Count == MostLines)
                open = [];
            if (string.IsNullOrWhiteSpace(line) || line.Length > 400)
                continue;

            var text = line[bullet..].Trim();
            var match = Page.Match(text);
            if (!match.Success)
            {
                open.Add(text);
                continue;
            }

            open.Add(match.Groups[1].Value.Trim());
            yield return (open, int.Parse(match.Groups["page"].ValueSpan, CultureInfo.InvariantCulture));
            open = [];
        }
    }

    /// <summary>The lines that make up the title of an article of the file; the first line when none does.</summary>
    private static string TitleAmong(List<string> lines, List<string> articleTitles)
    {
        for (var count = lines.Count; count > 0; count--)
        {
            var title = string.Join(' ', lines.Take(count));
            if (articleTitles.Exists(article => Letters(article).Equals(Letters(title), StringComparison.OrdinalIgnoreCase)))
                return title;
        }

        return lines[0];
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
