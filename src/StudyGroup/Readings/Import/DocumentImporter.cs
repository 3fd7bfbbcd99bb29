using System.Security.Cryptography;
using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Formats;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import;

/// <summary>
/// Makes readings of a file: one, or as many as it holds articles. The reader of its format gives the blocks that the file itself tells apart; the same rules then
/// serve all formats. Nothing is dropped: what is in no block is set aside.
/// </summary>
public sealed class DocumentImporter
{
    /// <summary>What is refused because of its size.</summary>
    public ImportLimits Limits { get; init; } = new();

    /// <param name="fileName">Its ending says what the file is, where the bytes do not.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="cancellationToken">Stops between the steps.</param>
    /// <returns>What was found, or the reason why the file cannot be read.</returns>
    public Result<ImportedDocument> Import(string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Import(fileName, content, ImportChoices.None, cancellationToken);

    /// <summary>As the other form, with what an editor or the command line has decided.</summary>
    public Result<ImportedDocument> Import(string fileName, ReadOnlyMemory<byte> content, ImportChoices choices, CancellationToken cancellationToken)
    {
        if (content.Length > Limits.FileBytes)
            return ImportErrors.TooLarge(Limits.FileBytes);
        var read = FormatReaders.Read(fileName, content, Limits, choices.Progress, cancellationToken);
        if (!read.Succeeded)
            return read.Error;

        var document = read.Value;
        var findings = new Findings(document.Source, choices.Undone) { Done = new LinesDone(document.Source.LineCount, choices.Progress) };
        if (document.GuessedEncoding is { } encoding)
            findings.Notice(RepairRules.Encoding, 1, "", encoding);
        foreach (var aside in document.Asides)
            findings.SetAside(aside.First, aside.Last, aside.Reason);
        var (pieces, known) = Clearing.Clear(document, findings);
        cancellationToken.ThrowIfCancellationRequested();
        if (pieces.Count == 0)
            return ImportErrors.Empty;

        var name = Path.GetFileName(fileName);
        var (issue, readings) = new DocumentReader(document, findings, Path.GetFileNameWithoutExtension(name)).Read(pieces, known, cancellationToken);
        var imported = new ImportedDocument(name, Convert.ToHexStringLower(SHA256.HashData(content.Span)), issue, readings) { Images = document.Images };
        imported = imported with { HasChapters = Chapters.Are(imported) };
        return choices.ChapterByChapter ? Chapters.Part(imported) : imported;
    }
}
