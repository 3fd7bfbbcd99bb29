namespace StudyGroup.Readings.Import;

/// <summary>How much of a file is taken, so that none costs more than it is worth. What exceeds them is refused before it is unpacked.</summary>
public sealed record ImportLimits
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>The largest file that is read; a text takes about ten times its size while it is.</summary>
    public int FileBytes { get; init; } = 64 * Megabyte;

    /// <summary>The largest page of HTML, alone or within a book; its tree takes some thirty times its size.</summary>
    public int PageBytes { get; init; } = 8 * Megabyte;

    /// <summary>All pages of one book, or the text of one Word document.</summary>
    public int BookBytes { get; init; } = 32 * Megabyte;

    /// <summary>How many tags a page may hold.</summary>
    public int PageTags { get; init; } = 300_000;

    /// <summary>How deep its elements may stand in one another.</summary>
    public int PageDepth { get; init; } = 400;

    /// <summary>Files within an archive.</summary>
    public int ArchiveEntries { get; init; } = 4_000;

    /// <summary>All files of an archive, unpacked.</summary>
    public long ArchiveBytes { get; init; } = 256L * Megabyte;

    /// <summary>How many times larger than packed they may be, once they are large at all.</summary>
    public int ArchiveRatio { get; init; } = 100;

    public int ImageBytes { get; init; } = 5 * Megabyte;

    public int ImageSide { get; init; } = 10_000;

    public int Images { get; init; } = 400;

    public long AllImageBytes { get; init; } = 48L * Megabyte;

    /// <summary>The program that reads a PDF.</summary>
    public string PdfProgram { get; init; } = "pdftotext";

    /// <summary>The text of a PDF.</summary>
    public int PdfTextBytes { get; init; } = 16 * Megabyte;

    public TimeSpan PdfTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Memory of the program that reads a PDF.</summary>
    public int PdfMegabytes { get; init; } = 1_024;
}
