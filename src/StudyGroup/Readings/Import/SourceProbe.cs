using StudyGroup.Readings.Import.Formats;
using StudyGroup.Readings.Import.Formats.Archives;
using StudyGroup.Readings.Import.Formats.Docx;
using StudyGroup.Readings.Import.Formats.Epub;
using StudyGroup.Readings.Import.Formats.Pdf;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import;

/// <summary>Looks a file over before it is held in memory: what would be refused for its type, size, letters or packing is refused here, at the cost of a small buffer.</summary>
internal static class SourceProbe
{
    private const int HeadLength = 4_096;
    private const int BufferLength = 65_536;
    private const int SmallPdf = 8 * 1024 * 1024;

    /// <param name="fileName">Its ending counts where the bytes say nothing.</param>
    /// <param name="stream">The file; it is left at its beginning.</param>
    /// <param name="limits">What is refused because of its size.</param>
    /// <param name="cancellationToken">Stops within a long file.</param>
    /// <returns>What the file is, or why it cannot be imported.</returns>
    public static Result<FileKind> Look(string fileName, Stream stream, ImportLimits limits, CancellationToken cancellationToken)
    {
        var head = new byte[Math.Min(stream.Length, HeadLength)];
        stream.Position = 0;
        stream.ReadExactly(head);
        var kind = FileKinds.Of(fileName, head);
        if (kind == FileKind.Unknown)
            return ImportErrors.UnknownType;
        if (stream.Length == 0)
            return ImportErrors.Empty;
        if (stream.Length > limits.FileBytes)
            return ImportErrors.TooLarge(limits.FileBytes);

        var looked = kind switch
        {
            FileKind.Html when stream.Length > limits.PageBytes => ImportErrors.PageTooLarge,
            FileKind.OldWord => ImportErrors.OldWord,
            FileKind.PlainText or FileKind.Markdown => Letters(stream, cancellationToken),
            FileKind.Archive or FileKind.Epub or FileKind.Word => Packed(stream, kind, limits, cancellationToken),
            FileKind.Pdf when stream.Length > SmallPdf => PdfFormat.Refusal(stream, head, limits, cancellationToken) is { } refusal ? refusal : kind,
            _ => kind,
        };
        stream.Position = 0;
        return looked.Succeeded && looked.Value == FileKind.Unknown ? kind : looked;
    }

    private static Result<FileKind> Letters(Stream stream, CancellationToken cancellationToken)
    {
        var sense = new ByteSense();
        var buffer = new byte[BufferLength];
        stream.Position = 0;
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sense.Add(buffer.AsSpan(0, read));
        }

        return sense.Encoding() is { Succeeded: false, Error: var error } ? error : FileKind.Unknown;
    }

    private static Result<FileKind> Packed(Stream stream, FileKind kind, ImportLimits limits, CancellationToken cancellationToken)
    {
        var opened = Archive.Open(stream, limits);
        if (!opened.Succeeded)
            return opened.Error == ImportErrors.BrokenArchive && kind == FileKind.Word ? ImportErrors.NotWord : opened.Error;
        using var archive = opened.Value;
        if (EpubFormat.Is(archive))
            return EpubFormat.Refusal(archive, limits, cancellationToken) is { } refusal ? refusal : FileKind.Epub;
        if (DocxFormat.Is(archive))
            return DocxFormat.Refusal(archive, limits, cancellationToken) is { } refused ? refused : FileKind.Word;
        return kind switch { FileKind.Epub => ImportErrors.NotBook, FileKind.Word => ImportErrors.NotWord, _ => FileKind.Archive };
    }
}
