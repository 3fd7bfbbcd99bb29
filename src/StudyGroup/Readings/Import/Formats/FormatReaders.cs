using StudyGroup.Readings.Import.Formats.Archives;
using StudyGroup.Readings.Import.Formats.Docx;
using StudyGroup.Readings.Import.Formats.Epub;
using StudyGroup.Readings.Import.Formats.Html;
using StudyGroup.Readings.Import.Formats.Pdf;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Formats;

/// <summary>Gives each file to the reader of its format.</summary>
internal static class FormatReaders
{
    public static Result<SourceDocument> Read(string fileName, ReadOnlyMemory<byte> content, ImportLimits limits, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        if (content.IsEmpty)
            return FileKinds.Of(fileName, default) == FileKind.Unknown ? ImportErrors.UnknownType : ImportErrors.Empty;
        return FileKinds.Of(fileName, content.Span) switch
        {
            FileKind.PlainText => TextFormat.Read(content, SourceFormat.PlainText, progress, cancellationToken),
            FileKind.Markdown => TextFormat.Read(content, SourceFormat.Markdown, progress, cancellationToken),
            FileKind.Html => HtmlFormat.Read(content, limits, cancellationToken),
            FileKind.Pdf => PdfFormat.Read(content, limits, cancellationToken),
            FileKind.OldWord => ImportErrors.OldWord,
            FileKind.Epub or FileKind.Word or FileKind.Archive => Packed(content, FileKinds.Of(fileName, content.Span), limits, cancellationToken),
            _ => ImportErrors.UnknownType,
        };
    }

    /// <summary>What holds a book or a Word document is one, whatever it is called.</summary>
    private static Result<SourceDocument> Packed(ReadOnlyMemory<byte> content, FileKind kind, ImportLimits limits, CancellationToken cancellationToken)
    {
        using var stream = content.AsStream();
        var opened = Archive.Open(stream, limits);
        if (!opened.Succeeded)
            return opened.Error == ImportErrors.BrokenArchive && kind == FileKind.Word ? ImportErrors.NotWord : opened.Error;
        using var archive = opened.Value;
        if (EpubFormat.Is(archive))
            return EpubFormat.Read(archive, limits, cancellationToken);
        if (DocxFormat.Is(archive))
            return DocxFormat.Read(archive, limits, cancellationToken);
        return kind switch { FileKind.Epub => ImportErrors.NotBook, FileKind.Word => ImportErrors.NotWord, _ => ImportErrors.ArchiveOfFiles };
    }
}
