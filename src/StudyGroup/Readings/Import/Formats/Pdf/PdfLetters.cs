using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Formats.Pdf;

/// <summary>How large the letters of a document are: those of its text, and those of its headings.</summary>
internal sealed class PdfLetters
{
    private const double Larger = 1.12;

    private readonly List<double> headings;

    public PdfLetters(List<PdfPage> pages)
    {
        var lines = pages.SelectMany(page => page.Blocks).SelectMany(block => block.Lines).ToList();
        Body = lines.GroupBy(line => Math.Round(line.Size * 2) / 2).OrderByDescending(group => group.Sum(line => line.Text.Length)).Select(group => group.Key).FirstOrDefault();
        headings = [.. lines.Where(IsLarge).Select(line => Math.Round(line.Size)).Distinct().OrderDescending()];
        var lengths = lines.Select(line => line.Text.Length).Order().ToList();
        Shape = new PageShape(lengths.Count == 0 ? 0 : lengths[(int)(lengths.Count * 0.9)], HasParagraphLines: false, IsVerse: false);
    }

    /// <summary>The size of most letters.</summary>
    public double Body { get; }

    /// <summary>How many letters the lines hold.</summary>
    public PageShape Shape { get; }

    /// <summary>The level of a heading in letters of this size, from 1; 0 for text. The largest stand over the whole, the next over its parts.</summary>
    public int LevelOf(PdfLine line) => IsLarge(line) ? Math.Clamp(headings.IndexOf(Math.Round(line.Size)) + 1, 1, 6) : 0;

    private bool IsLarge(PdfLine line) => line.Size > Body * Larger;
}
