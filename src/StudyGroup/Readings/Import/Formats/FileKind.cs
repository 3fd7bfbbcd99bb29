namespace StudyGroup.Readings.Import.Formats;

/// <summary>What a file is, by its first bytes and its name.</summary>
internal enum FileKind
{
    Unknown,
    PlainText,
    Markdown,
    Html,
    Epub,
    Word,
    OldWord,
    Pdf,
    Archive,
}

internal static class FileKinds
{
    private const int PdfMarkWithin = 1_024;

    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <param name="fileName">Its ending counts where the bytes say nothing.</param>
    /// <param name="head">The first bytes of the file, a thousand or more of them if there are as many.</param>
    public static FileKind Of(string fileName, ReadOnlySpan<byte> head)
    {
        var named = Named(fileName);
        if (head.StartsWith("PK\x3\x4"u8) || head.StartsWith("PK\x5\x6"u8))
            return named is FileKind.Epub or FileKind.Word ? named : FileKind.Archive;
        if (head.StartsWith(OldOffice))
            return FileKind.OldWord;
        if (head[..Math.Min(head.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0)
            return FileKind.Pdf;
        return named;
    }

    private static FileKind Named(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".TXT" or ".TEXT" => FileKind.PlainText,
        ".MD" or ".MARKDOWN" => FileKind.Markdown,
        ".HTML" or ".HTM" or ".XHTML" => FileKind.Html,
        ".EPUB" => FileKind.Epub,
        ".DOCX" => FileKind.Word,
        ".DOC" => FileKind.OldWord,
        ".PDF" => FileKind.Pdf,
        ".ZIP" => FileKind.Archive,
        _ => FileKind.Unknown,
    };
}
