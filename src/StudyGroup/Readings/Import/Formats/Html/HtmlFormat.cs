using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StudyGroup.Readings.Import.Formats.Images;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>A page of the web, saved as a file: its article is found, the rest of the page is set aside. Nothing is ever fetched.</summary>
internal static class HtmlFormat
{
    public static Result<SourceDocument> Read(ReadOnlyMemory<byte> content, ImportLimits limits, CancellationToken cancellationToken)
    {
        var text = PageText.Read(content, limits);
        if (!text.Succeeded)
            return text.Error;
        cancellationToken.ThrowIfCancellationRequested();

        var page = new HtmlParser().ParseDocument(text.Value);
        var body = page.Body ?? page.DocumentElement;
        var map = new PageMap(body);
        var root = ArticleFinder.Find(body, map);
        var metadata = new PageMetadata(page, root, map);
        var shelf = new ImageShelf(limits);
        var notes = NoteAnchors.In([new Page("", body, map)]);
        var sheet = new SheetWriter();
        var walk = new BlockWalk(new PageContext(sheet, map, notes, new FigureSource(source => Embedded(source, shelf, limits), address => WebAddresses.Absolute(address, metadata.Address))));

        Beside(body, root, sheet, walk, notes, isBefore: true);
        walk.Content(root);
        Beside(body, root, sheet, walk, notes, isBefore: false);
        return sheet.Pieces.Count == 0 ? ImportErrors.Empty : new SourceDocument(sheet.ToSource(), SourceFormat.Marked, sheet.Pieces, metadata.Read()) { Images = shelf.All, Asides = sheet.Asides };
    }

    /// <summary>What stands beside the article is set aside, but for its notes.</summary>
    private static void Beside(IElement body, IElement root, SheetWriter sheet, BlockWalk walk, NoteAnchors notes, bool isBefore)
    {
        var path = root.Ancestors<IElement>().TakeWhile(outer => outer != body.ParentElement).Reverse().Append(root).ToList();
        if (!isBefore)
            path.Reverse();
        foreach (var inner in path.Where(inner => inner != body))
        {
            var siblings = inner.ParentElement?.Children.ToList() ?? [];
            var place = siblings.IndexOf(inner);
            foreach (var sibling in isBefore ? siblings[..place] : siblings[(place + 1)..])
            {
                foreach (var note in sibling.Descendants<IElement>().Prepend(sibling).Where(element => notes.NoteIn(element) is not null))
                    walk.Walk(note);
                if (!Elements.IsNever(sibling) && !sibling.Descendants<IElement>().Prepend(sibling).Any(element => notes.NoteIn(element) is not null))
                    sheet.Aside(string.Join(' ', sibling.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), "Beside the article");
            }
        }
    }

    private static ImageDraft? Embedded(string source, ImageShelf shelf, ImportLimits limits) =>
        DataAddress.Read(source, limits.ImageBytes) is { } bytes ? shelf.Keep(bytes) : null;
}
