namespace StudyGroup.Readings.Import.Formats.Pdf;

/// <summary>One line of a page: its words, where it stands in points from the upper left corner, and how large its letters are.</summary>
internal sealed record PdfLine(string Text, double Left, double Top, double Right, double Bottom, double Size)
{
    /// <summary>The raised number or sign it begins with, if any.</summary>
    public string? Mark { get; init; }
}

/// <summary>Lines that stand together.</summary>
internal sealed record PdfBlock(List<PdfLine> Lines)
{
    public double Left => Lines.Min(line => line.Left);

    public double Right => Lines.Max(line => line.Right);

    public double Top => Lines[0].Top;

    public double Size => Lines.Max(line => line.Size);
}

internal sealed record PdfPage(double Height, List<PdfBlock> Blocks);

/// <summary>The pages of a PDF, and what its head says of it.</summary>
internal sealed record PdfPages(List<PdfPage> Pages, string? Title, string? Author);
