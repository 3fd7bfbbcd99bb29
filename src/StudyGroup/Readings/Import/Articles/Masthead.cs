using System.Text.RegularExpressions;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>Reads the record of an issue from what stands before its first article: masthead, number, date, publisher, contents.</summary>
internal static class Masthead
{
    private const int LongestLine = 300;

    private static readonly Regex Number = new(@"\b(n[ro]s?\.?|issue|number|heft|№) ?(?<n>[0-9]{1,5})\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex Publisher = new(@"\b(published by|(journal|review|organ|magazine|bulletin|newspaper|quarterly|monthly|paper|publication) of) (the )?[*_]*(?<who>\p{Lu}[^.,;:()*_\n]{2,120})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static bool HasNumber(string line) => line.Length < LongestLine && Number.IsMatch(line);

    /// <param name="source">The file, whose lines show the contents as they are printed.</param>
    /// <param name="front">What stands before the first article.</param>
    /// <param name="lastLine">The last line before it.</param>
    /// <param name="articleTitles">The titles that were found.</param>
    public static IssueDraft Read(SourceText source, List<Piece> front, int lastLine, List<string> articleTitles)
    {
        var lines = Enumerable.Range(front[0].FirstLine, lastLine - front[0].FirstLine + 1).Select(source.Line).ToList();
        var number = lines.Where(line => line.Length < LongestLine).Select(line => Number.Match(line)).FirstOrDefault(match => match.Success)?.Groups["n"].Value;
        var dates = lines.Where(line => line.Length < LongestLine).Select(line => EndingDate.Of(line)?.Iso).OfType<string>().ToList();
        var date = dates.Find(iso => iso.Length >= 7) ?? dates.FirstOrDefault();
        var publisher = front.Where(piece => piece.Text.Length < 2_000).Select(piece => Publisher.Match(piece.Text)).FirstOrDefault(match => match.Success)?.Groups["who"].Value.Trim();
        return new IssueDraft(TitleOf(front), number, date, publisher, PrintedContents.Read(lines, articleTitles));
    }

    // A masthead shouts; the same words elsewhere show how the name is written.
    private static string TitleOf(List<Piece> front)
    {
        var masthead = Marks.WithoutEmphasis(front[0].Text.Replace('\n', ' ')).ToString();
        if (masthead.Any(char.IsLower))
            return masthead;
        foreach (var piece in front.Skip(1))
        {
            var place = piece.Text.IndexOf(masthead, StringComparison.OrdinalIgnoreCase);
            if (place >= 0 && piece.Text.AsSpan(place, masthead.Length).ContainsAnyInRange('a', 'z'))
                return piece.Text.Substring(place, masthead.Length);
        }

        return masthead;
    }
}
