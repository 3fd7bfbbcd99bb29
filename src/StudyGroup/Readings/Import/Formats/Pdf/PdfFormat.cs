using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Readings.Import.Words;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Formats.Pdf;

/// <summary>A PDF, through the program pdftotext, which says where each word stands and how large it is: headings, notes and page furniture are told by that.</summary>
internal static class PdfFormat
{
    private const int HeadingWords = 25;
    private const double QuoteIndent = 1.2;
    private const int FirstBlocks = 8;
    private const int MarkWithin = 1_024;
    private const int BufferLength = 65_536;

    /// <summary>Why the document cannot be read, as far as the program says without its text being held.</summary>
    public static Error? Refusal(Stream content, ReadOnlySpan<byte> head, ImportLimits limits, CancellationToken cancellationToken)
    {
        if (!IsMarked(head))
            return ImportErrors.NotPdf;
        content.Position = 0;
        return PdfProgram.Run(content, PdfProgram.Words, limits, words => LookAt(words, limits), cancellationToken).Error;
    }

    public static Result<SourceDocument> Read(ReadOnlyMemory<byte> content, ImportLimits limits, CancellationToken cancellationToken)
    {
        if (!IsMarked(content.Span))
            return ImportErrors.NotPdf;
        var read = PdfProgram.Run(content.AsStream(), PdfProgram.Layout, limits, new PdfReader(limits.PdfTextBytes).Read, cancellationToken);
        if (!read.Succeeded)
            return read.Error;

        var pdf = read.Value;
        if (!pdf.Pages.Exists(page => page.Blocks.Count > 0))
            return ImportErrors.PdfWithoutText;
        var sheet = new SheetWriter();
        sheet.Aside(string.Join('\n', PdfFurniture.Take(pdf.Pages)), "Page numbers and running heads");
        var letters = new PdfLetters(pdf.Pages);
        var notes = new PdfNotes(letters.Body);
        var labels = notes.Take(pdf.Pages);
        for (var index = 0; index < pdf.Pages.Count; index++)
            Write(pdf.Pages[index], letters, labels[index], sheet);
        foreach (var note in notes.Pieces)
            sheet.Add(note);
        return new SourceDocument(sheet.ToSource(), SourceFormat.PlainText, sheet.Pieces, Known(pdf, sheet.Pieces)) { Asides = sheet.Asides };
    }

    private static bool IsMarked(ReadOnlySpan<byte> head) => head[..Math.Min(head.Length, MarkWithin)].IndexOf("%PDF-"u8) >= 0;

    private static Result<bool> LookAt(Stream words, ImportLimits limits)
    {
        var buffer = new byte[BufferLength];
        var (hasWords, length) = (false, 0L);
        for (var read = words.Read(buffer); read > 0 && length <= limits.PdfTextBytes; read = words.Read(buffer))
        {
            hasWords |= buffer.AsSpan(0, read).ContainsAnyExceptInRange((byte)0, (byte)0x20);
            length += read;
        }

        return length > limits.PdfTextBytes ? ImportErrors.TooLarge(limits.PdfTextBytes) : hasWords ? true : ImportErrors.PdfWithoutText;
    }

    private static void Write(PdfPage page, PdfLetters letters, Dictionary<string, string> labels, SheetWriter sheet)
    {
        if (page.Blocks.Count == 0)
            return;
        var inside = (Left: page.Blocks.Min(block => block.Left) + (letters.Body * QuoteIndent), Right: page.Blocks.Max(block => block.Right) - (letters.Body * QuoteIndent));
        foreach (var paragraph in page.Blocks.SelectMany(PdfParagraphs.Of))
        {
            var lines = paragraph.Select(line => PdfNotes.Linked(line.Text, labels)).ToList();
            var text = string.Join('\n', lines);
            if (letters.LevelOf(paragraph[0]) is > 0 and var level && WordCount.AtMost(HeadingWords, text))
                sheet.Add(BlockKind.Heading, string.Join(' ', lines), level);
            else if (LineKinds.Bullet(text) is > 0 and var bullet)
                sheet.Add(new Piece(text[bullet..], 0, 0) { Kind = BlockKind.ListItem, Level = 1, IsMarked = true });
            else if (VerseLines.AreVerse(lines, letters.Shape))
                sheet.Add(new Piece(text, 0, 0) { Kind = BlockKind.Verse });
            else if (paragraph.Count > 1 && paragraph.TrueForAll(line => line.Left > inside.Left && line.Right < inside.Right))
                sheet.Add(new Piece(text, 0, 0) { Kind = BlockKind.Quote });
            else
                sheet.Add(new Piece(text, 0, 0));
        }
    }

    // What a program wrote into the head counts only where the first sheet says the same.
    private static Metadata Known(PdfPages pdf, List<Piece> pieces)
    {
        var first = string.Concat(pieces.Take(FirstBlocks).Select(piece => Letters(piece.Text)));
        var title = pdf.Title is { Length: > 3 } named && first.Contains(Letters(named), StringComparison.OrdinalIgnoreCase) ? named : null;
        var author = pdf.Author is { } person && NameLine.IsPerson(person) && first.Contains(Letters(person), StringComparison.OrdinalIgnoreCase) ? person : null;
        return new Metadata { Title = title, Authors = author is null ? [] : [author] };
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
