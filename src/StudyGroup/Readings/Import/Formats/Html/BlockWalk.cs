using AngleSharp.Dom;
using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>Walks over the elements of a page and writes its blocks.</summary>
internal sealed class BlockWalk(PageContext context)
{
    private const int Deepest = 300;

    private static readonly HashSet<string> Quoting = Elements.Words("quote quotation blockquote extract epigraph blockquotation citation");

    private int quotes;
    private int depth;

    public void Walk(IElement element)
    {
        if (context.IsSkipped(element))
        {
            if (context.Map.IsJunk(element) && !Junk.IsPageNumber(element) && !Elements.IsNever(element))
                context.Sheet.Aside(Collapsed(element.TextContent), "Not part of the text");
            return;
        }

        if (context.Notes.NoteIn(element) is { } label)
        {
            Note(element, label);
            return;
        }

        if (++depth > Deepest)
            Paragraph([element]);
        else if (Elements.HeadingLevel(element) is > 0 and var level)
            Heading(element, level);
        else
            Named(element);
        depth--;
    }

    /// <summary>What stands in an element: blocks by themselves, and what stands between them as paragraphs.</summary>
    public void Content(INode parent)
    {
        var inline = new List<INode>();
        foreach (var child in parent.ChildNodes)
        {
            if (child is IElement element && (Elements.IsBlock(element) || context.Notes.NoteIn(element) is not null || context.Map.IsJunk(element)))
            {
                // A page number within a sentence parts nothing.
                if (!Elements.IsBlockName(element.LocalName) && context.Map.IsJunk(element))
                    continue;
                Paragraph(inline);
                inline = [];
                Walk(element);
            }
            else if (child is IText or IElement)
            {
                inline.Add(child);
            }
        }

        Paragraph(inline);
    }

    public void Paragraph(IReadOnlyList<INode> nodes)
    {
        if (nodes.Count == 0)
            return;
        var (markdown, figures) = InlineWalk.Write(context, nodes);
        if (LineKinds.IsSeparator(markdown.Replace("\\", "", StringComparison.Ordinal)))
            context.Sheet.Add(BlockKind.Rule, "");
        else if (quotes == 0 && VerseMarkup.IsVerse(markdown))
            context.Sheet.Add(BlockKind.Verse, markdown.Replace("  \n", "\n", StringComparison.Ordinal));
        else
            context.Sheet.Add(quotes > 0 ? BlockKind.Quote : null, markdown);
        foreach (var figure in figures)
            context.Sheet.Add(BlockKind.Figure, figure);
    }

    public void Quoted(Action content)
    {
        quotes++;
        content();
        quotes--;
    }

    private void Named(IElement element)
    {
        switch (element.LocalName)
        {
            case "p" when !element.Children.Any(Elements.IsBlock):
                if (Elements.IsCalled(element, Quoting))
                    Quoted(() => Paragraph([.. element.ChildNodes]));
                else if (VerseMarkup.IsPoem(element))
                    VerseMarkup.Write(element, context);
                else
                    Paragraph([.. element.ChildNodes]);
                break;
            case "ul" or "ol" or "dl":
                new ListWalk(this, context).Write(element, level: 1);
                break;
            case "table":
                new TableWalk(this, context).Write(element);
                break;
            case "pre":
                Preformatted(element);
                break;
            case "hr":
                context.Sheet.Add(BlockKind.Rule, "");
                break;
            case "figure":
                FigureElement(element);
                break;
            default:
                if (VerseMarkup.IsPoem(element))
                    VerseMarkup.Write(element, context);
                else if (Elements.Is(element, "blockquote") || Elements.IsCalled(element, Quoting))
                    Quoted(() => Content(element));
                else
                    Content(element);
                break;
        }
    }

    private void Heading(IElement element, int level)
    {
        var (markdown, figures) = InlineWalk.Write(context, element.ChildNodes, keepsLines: false);
        if (markdown.Length > 0)
            context.Sheet.Add(BlockKind.Heading, markdown, level);
        foreach (var figure in figures)
            context.Sheet.Add(BlockKind.Figure, figure);
    }

    private void Note(IElement element, string label)
    {
        var parts = context.Notes.FurtherParagraphs(element).Prepend(element).Select(part => InlineWalk.Write(context, part.ChildNodes, keepsLines: false).Markdown);
        var printed = label.Split('-')[0];
        var words = NoteWords.WithoutLabel(string.Join(' ', parts.Where(part => part.Length > 0)), printed);
        context.Sheet.Add(new Piece(words, 0, 0) { NoteLabel = label, IsMarked = true });
    }

    private void FigureElement(IElement element)
    {
        var caption = element.QuerySelector("figcaption");
        var words = caption is null ? "" : InlineWalk.Write(context, caption.ChildNodes, keepsLines: false).Markdown;
        var rest = element.ChildNodes.Where(child => child != caption).ToList();
        var figures = InlineWalk.Write(context, rest).Figures;
        if (figures.Count == 0)
        {
            Content(element);
            return;
        }

        for (var index = 0; index < figures.Count; index++)
            context.Sheet.Add(BlockKind.Figure, index + 1 == figures.Count && words.Length > 0 ? figures[index] + " " + words : figures[index]);
    }

    private void Preformatted(IElement element)
    {
        var lines = element.TextContent.ReplaceLineEndings("\n").Trim('\n');
        if (VerseMarkup.IsPoem(element))
            VerseMarkup.Write(element, context);
        else if (lines.Contains("*** START OF", StringComparison.Ordinal) || lines.Contains("*** END OF", StringComparison.Ordinal))
            foreach (var run in lines.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
                context.Sheet.Add(null, run);
        else
            context.Sheet.Add(BlockKind.Code, lines);
    }

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
