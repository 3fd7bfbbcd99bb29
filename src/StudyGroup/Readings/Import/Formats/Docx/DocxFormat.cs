using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Formats.Archives;
using StudyGroup.Readings.Import.Formats.Images;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Readings.Import.Words;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Formats.Docx;

/// <summary>
/// A Word document. The few parts that matter to a text (body, styles, numbering, notes, pictures) are read as XML from the archive itself, within its limits;
/// a library for all of the format would read all of it.
/// </summary>
internal static class DocxFormat
{
    public static bool Is(Archive archive) => archive.Holds("[Content_Types].xml") && DocxPackage.DocumentPath(archive) is not null;

    /// <summary>Why the document cannot be read, as far as that shows without holding it.</summary>
    public static Error? Refusal(Archive archive, ImportLimits limits, CancellationToken cancellationToken)
    {
        if (DocxPackage.DocumentPath(archive) is not { } path)
            return ImportErrors.NotWord;
        if (archive.LengthOf(path) > limits.BookBytes)
            return ImportErrors.BookTooLarge;
        using var body = archive.Open(path);
        return body is not null && XmlParts.Is(body, cancellationToken) ? null : ImportErrors.NotWord;
    }

    public static Result<SourceDocument> Read(Archive archive, ImportLimits limits, CancellationToken cancellationToken)
    {
        if (Refusal(archive, limits, cancellationToken) is { } refusal)
            return refusal;
        if (DocxPackage.DocumentPath(archive) is not { } path || XmlParts.Read(archive.Read(path, limits.BookBytes)).Child("body") is not { } body)
            return ImportErrors.NotWord;
        cancellationToken.ThrowIfCancellationRequested();

        var package = new DocxPackage(archive, path);
        var shelf = new ImageShelf(limits);
        var sheet = new SheetWriter();
        var notes = new DocxNotes(package);
        var walk = new DocxBlocks(sheet, package, notes, new DocxPictures(archive, package, shelf, limits));
        walk.Write(body, cancellationToken);
        notes.Write(sheet, walk);
        if (sheet.Pieces.Count == 0)
            return ImportErrors.Empty;
        return new SourceDocument(sheet.ToSource(), SourceFormat.Marked, sheet.Pieces, Metadata(package, walk)) { Images = shelf.All, Asides = sheet.Asides };
    }

    // The properties of a document often tell of its template or of somebody's computer; what stands in the text comes first.
    private static Metadata Metadata(DocxPackage package, DocxBlocks walk)
    {
        var properties = package.Properties;
        var author = properties.Child("creator")?.Value.Trim();
        return new Metadata
        {
            Title = walk.Title,
            Subtitle = walk.Subtitle,
            Authors = walk.Title is not null && author is not null && NameLine.IsPerson(author) && !walk.HasByline ? [author] : [],
            Language = properties.Child("language")?.Value is { Length: >= 2 and <= 35 } language ? language : null,
        };
    }
}
