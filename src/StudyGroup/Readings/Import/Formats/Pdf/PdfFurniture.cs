namespace StudyGroup.Readings.Import.Formats.Pdf;

/// <summary>Page numbers and running heads: what stands at the same place near the edge of several sheets and says the same but for its number.</summary>
internal static class PdfFurniture
{
    private const double Margin = 0.13;
    private const double SamePlace = 8;
    private const int LongestLine = 120;
    private const double ManyPages = 0.2;
    private const int FewPages = 2;
    private const int MostNeeded = 8;

    /// <summary>Takes the lines out of the pages.</summary>
    /// <returns>The lines, sheet by sheet.</returns>
    public static IReadOnlyList<string> Take(List<PdfPage> pages)
    {
        if (pages.Count < FewPages)
            return [];
        var candidates = pages.SelectMany((page, sheet) => AtEdges(page).Select(line => (Sheet: sheet, Line: line, Words: Words(line.Text)))).ToList();
        var furniture = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (var same in candidates.GroupBy(candidate => candidate.Words, StringComparer.OrdinalIgnoreCase))
        {
            // Left and right sheets differ, and chapters have heads of their own.
            foreach (var (_, line, _) in same.Where(one => same.Select(other => other).Where(other => Math.Abs(other.Line.Top - one.Line.Top) < SamePlace).Select(other => other.Sheet).Distinct().Count() >= Needed(pages.Count)))
                furniture.Add(line);
        }

        var taken = candidates.Where(candidate => furniture.Contains(candidate.Line)).Select(candidate => candidate.Line.Text).ToList();
        foreach (var block in pages.SelectMany(page => page.Blocks))
            block.Lines.RemoveAll(furniture.Contains);
        foreach (var page in pages)
            page.Blocks.RemoveAll(block => block.Lines.Count == 0);
        return taken;
    }

    private static int Needed(int pages) => Math.Clamp((int)Math.Ceiling(pages * ManyPages), FewPages, MostNeeded);

    private static IEnumerable<PdfLine> AtEdges(PdfPage page)
    {
        var lines = page.Blocks.SelectMany(block => block.Lines).OrderBy(line => line.Top).ToList();
        var heads = lines.TakeWhile((line, index) => line.Bottom < page.Height * Margin && line.Top - lines[0].Top < SamePlace * 3);
        var feet = lines.Where(line => line.Top > page.Height * (1 - Margin) && lines[^1].Top - line.Top < SamePlace * 3);
        return heads.Concat(feet).Distinct().Where(line => line.Text.Length <= LongestLine);
    }

    private static string Words(string text) => string.Concat(text.Where(character => !char.IsDigit(character) && !char.IsWhiteSpace(character)));
}
