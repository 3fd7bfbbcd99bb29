using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Pdf;

/// <summary>Parts the lines of a block into paragraphs, by indents, gaps and lines that end early.</summary>
internal static class PdfParagraphs
{
    private const double Indent = 0.6;
    private const double WideGap = 0.65;
    private const double EarlyEnd = 0.12;
    private const double ShortLine = 0.3;
    private const double OtherSize = 0.08;

    public static IEnumerable<List<PdfLine>> Of(PdfBlock block)
    {
        var paragraph = new List<PdfLine> { block.Lines[0] };
        for (var index = 1; index < block.Lines.Count; index++)
        {
            if (Begins(block, index))
            {
                yield return paragraph;
                paragraph = [];
            }

            paragraph.Add(block.Lines[index]);
        }

        yield return paragraph;
    }

    private static bool Begins(PdfBlock block, int index)
    {
        var (before, line) = (block.Lines[index - 1], block.Lines[index]);
        if (Math.Abs(line.Size - before.Size) > before.Size * OtherSize || line.Top - before.Bottom > before.Size * WideGap)
            return true;
        if (LineKinds.Bullet(line.Text) > 0 || (Enumerator.ReadingsOf(line.Text).Count > 0 && line.Left <= block.Left + line.Size))
            return true;

        // Indented where the line before it is not, and the one behind it is not either.
        var isIndented = line.Left > block.Left + (line.Size * Indent) && before.Left <= block.Left + (line.Size * Indent) && (index + 1 == block.Lines.Count || block.Lines[index + 1].Left < line.Left - (line.Size * 0.3));
        var width = block.Right - block.Left;
        if (isIndented || (line.Left > block.Left + (line.Size * Indent) && before.Right < block.Right - (width * ShortLine)))
            return true;
        return before.Right < block.Right - (width * EarlyEnd) && SentenceEnd.IsReached(before.Text) && !SentenceEnd.GoesOnSmall(line.Text) && line.Left <= block.Left + line.Size;
    }
}
