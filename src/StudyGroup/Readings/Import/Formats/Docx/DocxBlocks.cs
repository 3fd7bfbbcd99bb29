using System.Xml.Linq;
using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Formats.Html;
using StudyGroup.Readings.Import.Inline;
using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Formats.Docx;

/// <summary>Writes the paragraphs and tables of a Word document as blocks.</summary>
internal sealed class DocxBlocks(SheetWriter sheet, DocxPackage package, DocxNotes notes, DocxPictures pictures)
{
    private const int Deepest = 60;
    private const int QuoteIndent = 340;
    private const int TitleWithin = 12;

    private int depth;

    public string? Title { get; private set; }

    public string? Subtitle { get; private set; }

    /// <summary>Whether the text names its author itself.</summary>
    public bool HasByline => sheet.Pieces.Take(TitleWithin).Any(piece => piece.IsOpen && piece.Text.Length < 400 && Byline.Of(piece.Text) is { Authors.Count: > 0 });

    public void Write(XElement container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++depth > Deepest)
            return;
        foreach (var child in container.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "p":
                    Paragraph(child, cancellationToken);
                    break;
                case "tbl":
                    new DocxTables(this, sheet).Write(child, cancellationToken);
                    break;
                case "sdt" when child.Child("sdtPr").Named("docPartGallery").Any(gallery => gallery.Value("val") == "Table of Contents"):
                    sheet.Aside(string.Join('\n', child.Named("p").Select(line => string.Concat(line.Named("t").Select(text => text.Value)))), "Printed contents");
                    break;
                case "sdt" when child.Child("sdtContent") is { } content:
                    Write(content, cancellationToken);
                    break;
                case "ins" or "moveTo" or "customXml" or "smartTag":
                    Write(child, cancellationToken);
                    break;
            }
        }

        depth--;
    }

    /// <summary>The words of a paragraph that is part of something else.</summary>
    public string Inline(XElement paragraph) => DocxInline.Write(new DocxRuns(package, notes, pictures).Read(paragraph), ignoresBold: false).Replace("  \n", " ", StringComparison.Ordinal);

    private void Paragraph(XElement paragraph, CancellationToken cancellationToken)
    {
        var properties = paragraph.Child("pPr");
        var runs = new DocxRuns(package, notes, pictures);
        var level = package.Styles.HeadingLevel(properties);
        var isTitle = package.Styles.IsTitle(properties) && level == 0;
        var spans = runs.Read(paragraph);
        var words = DocxInline.Write(spans, ignoresBold: level > 0 || isTitle);
        var numbering = words.Length == 0 ? null : package.Numbering.Next(properties.Child("numPr") ?? package.Styles.Numbering(properties));

        if (isTitle && words.Length > 0)
            TitleLine(words);
        else if (package.Styles.IsSubtitle(properties) && Subtitle is null && words.Length > 0)
            Subtitle = Kept(words, "Subtitle, kept as metadata");
        else if (package.Styles.IsContents(properties))
            sheet.Aside(words, "Printed contents");
        else if (level > 0)
            sheet.Add(BlockKind.Heading, (numbering?.Label is { } number ? number + " " : "") + words.Replace("  \n", " ", StringComparison.Ordinal), Math.Min(level + 1, 6));
        else if (numbering is { } item && !(item.Label is null && words.Length == 0))
            sheet.Add(BlockKind.ListItem, words, item.Level, item.Label);
        else
            Plain(words, properties);

        foreach (var figure in runs.Figures)
            sheet.Add(BlockKind.Figure, figure);
        foreach (var box in runs.Boxes)
            Write(box, cancellationToken);
    }

    private void TitleLine(string words)
    {
        var title = PlainWords.Of(words.Replace("  \n", " ", StringComparison.Ordinal));
        if (Title is null)
            sheet.Add(BlockKind.Heading, title, level: 1);
        else
            sheet.Aside(title, "Title, kept as metadata");
        Title = Title is null ? title : sheet.Pieces.Count <= 1 ? $"{Title} {title}" : Title;
    }

    private string Kept(string words, string reason)
    {
        sheet.Aside(words, reason);
        return PlainWords.Of(words.Replace("  \n", " ", StringComparison.Ordinal));
    }

    private void Plain(string words, XElement? properties)
    {
        var last = sheet.Pieces.Count > 0 ? sheet.Pieces[^1] : null;
        if (words.Length == 0 && properties.Child("pBdr").Child("bottom") is not null)
            sheet.Add(BlockKind.Rule, "");
        else if (LineKinds.IsSeparator(words.Replace("\\", "", StringComparison.Ordinal)))
            sheet.Add(BlockKind.Rule, "");
        else if (package.Styles.IsCaption(properties) && last is { Kind: BlockKind.Figure })
            sheet.Pieces[^1] = last with { Text = last.Text + " " + words };
        else if (package.Styles.IsCode(properties))
            sheet.AddLine(BlockKind.Code, words.Replace("\\", "", StringComparison.Ordinal).Replace("  \n", "\n", StringComparison.Ordinal));
        else if (package.Styles.IsVerse(properties))
            sheet.AddLine(BlockKind.Verse, words.Replace("  \n", "\n", StringComparison.Ordinal));
        else if (VerseMarkup.IsVerse(words))
            sheet.Add(BlockKind.Verse, words.Replace("  \n", "\n", StringComparison.Ordinal));
        else
            sheet.Add(package.Styles.IsQuote(properties) || IsIndented(properties.Child("ind")) ? BlockKind.Quote : null, words);
    }

    // Set in on both sides, or far on the first one, and not only its first line.
    private static bool IsIndented(XElement? indent)
    {
        var left = Twips(indent, "left") ?? Twips(indent, "start") ?? 0;
        var right = Twips(indent, "right") ?? Twips(indent, "end") ?? 0;
        return Twips(indent, "hanging") is null or 0 && ((left >= QuoteIndent && right >= QuoteIndent) || (left >= 2 * QuoteIndent && (Twips(indent, "firstLine") ?? 0) == 0));
    }

    private static int? Twips(XElement? indent, string side) => int.TryParse(indent.Value(side), out var twips) ? twips : null;
}
