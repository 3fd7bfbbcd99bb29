using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Structure;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>The printed contents of a book: from their heading to where the first entry stands again, over its text.</summary>
internal static class ContentsList
{
    private const int MostBlocksBefore = 30;
    private const int MostBlocks = 300;
    private const int ProseWords = 25;

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "contents", "table of contents", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières", "índice", "indice" };

    public static List<Piece> SetAside(List<Piece> pieces, Findings findings)
    {
        var heading = pieces.FindIndex(0, Math.Min(pieces.Count, MostBlocksBefore), piece => (piece.IsOpen || piece.Kind == BlockKind.Heading) && Names.Contains(Marks.WithoutEmphasis(piece.Text).TrimEnd(".:").ToString()));
        if (heading < 0 || ContentsTitles.AreOfIssue(pieces))
            return pieces;

        var entries = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = heading + 1; index < Math.Min(pieces.Count, heading + MostBlocks); index++)
        {
            var lines = pieces[index].Text.Split('\n').Select(Letters).Where(line => line.Length > 0).ToList();
            if (entries.Count > 1 && lines.Count > 0 && (entries.Contains(lines[0]) || (HeadingRanks.IsNamedSection(pieces[index].Text) && entries.Any(entry => entry.StartsWith(lines[0], StringComparison.OrdinalIgnoreCase)))))
            {
                if (!findings.Allows(RepairRules.Contents, Sureness.ForReview, pieces[heading].FirstLine, pieces[heading].Text, ""))
                    return pieces;
                findings.SetAside(pieces[heading].FirstLine, pieces[index - 1].LastLine, "Printed contents");
                return [.. pieces[..heading], .. pieces[index..]];
            }

            if (!WordCount.AtMost(ProseWords, pieces[index].Text) && SentenceEnd.IsReached(pieces[index].Text))
                return pieces;
            entries.UnionWith(lines);
        }

        return pieces;
    }

    // Page numbers, leaders and the numbers of chapters are printed on one side only.
    private static string Letters(string line) => string.Concat(line.Where(char.IsLetter));
}
