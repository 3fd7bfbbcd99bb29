using System.Security.Cryptography;
using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Boxes;
using StudyGroup.Readings.Import.Inline;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import;

/// <summary>Makes readings of a raw text file: one, or as many as the file holds articles. Nothing is dropped: what is in no block is set aside.</summary>
public sealed class DocumentImporter
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>The largest file that is read; a text takes about ten times its size while it is.</summary>
    public int MaximumMegabytes { get; init; } = 64;

    /// <param name="fileName">Its ending says whether the file is plain text or Markdown.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="cancellationToken">Stops between the steps.</param>
    /// <returns>What was found, or the reason why the file cannot be read.</returns>
    public Result<ImportedDocument> Import(string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Import(fileName, content, ImportChoices.None, cancellationToken);

    /// <summary>As the other form, with what an editor or the command line has decided.</summary>
    public Result<ImportedDocument> Import(string fileName, ReadOnlyMemory<byte> content, ImportChoices choices, CancellationToken cancellationToken)
    {
        if (SourceFormats.Of(fileName) is not { } format)
            return ImportErrors.UnknownType;
        if (content.Length > (long)MaximumMegabytes * Megabyte)
            return ImportErrors.TooLarge(MaximumMegabytes);
        var decoded = SourceDecoder.Decode(content.Span);
        if (!decoded.Succeeded)
            return decoded.Error;

        var source = new SourceText(decoded.Value.Text);
        var findings = new Findings(source, choices.Undone);
        if (decoded.Value.Guessed)
            findings.Notice(RepairRules.Encoding, 1, "", "Windows-1252");

        var head = FrontMatter.Read(source, findings);
        var blocks = new BlockReader(source, format, PageShape.Of(source, cancellationToken), cancellationToken).Read(head.FirstLine);
        var (pieces, known) = Cleared([.. blocks.Select(HtmlRemains.Read)], head.Metadata, format, findings);
        cancellationToken.ThrowIfCancellationRequested();
        if (pieces.Count == 0)
            return ImportErrors.Empty;

        var name = Path.GetFileName(fileName);
        var (issue, readings) = new DocumentReader(source, findings, format, Path.GetFileNameWithoutExtension(name)).Read(pieces, known, cancellationToken);
        return new ImportedDocument(name, Convert.ToHexStringLower(SHA256.HashData(content.Span)), issue, readings);
    }

    /// <summary>Takes out what is not the text: the library's wrapping, header fields, page furniture, boxes.</summary>
    private static (List<Piece> Pieces, Metadata Known) Cleared(List<Piece> pieces, Metadata known, SourceFormat format, Findings findings)
    {
        if (format == SourceFormat.Markdown || pieces.Count == 0)
            return (pieces, known);
        var (text, before) = Wrapping.Remove(pieces, findings);
        var (rest, fields) = before.Count > 0 ? (text, HeaderFields.Read(before)) : HeaderFields.Take(text, findings);
        return (Advertisements.SetAside(ContentsList.SetAside(PageFurniture.SetAside(rest, findings), findings), findings), known == Metadata.None ? fields : known);
    }
}
