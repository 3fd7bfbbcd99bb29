using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StudyGroup.Readings.Import.Formats.Archives;
using StudyGroup.Readings.Import.Formats.Html;
using StudyGroup.Readings.Import.Formats.Images;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Formats.Epub;

/// <summary>An electronic book, version 2 or 3: its pages in the order of the spine, cover matter left out, notes linked across pages.</summary>
internal static class EpubFormat
{
    private const int HeadingWithin = 3;

    public static bool Is(Archive archive) => archive.Holds(EpubPackage.ContainerPath);

    /// <summary>Why the book cannot be read, as far as that shows without reading its pages.</summary>
    public static Error? Refusal(Archive archive, ImportLimits limits, CancellationToken cancellationToken)
    {
        if (EpubProtection.IsOn(archive))
            return ImportErrors.Encrypted;
        if (EpubPackage.Read(archive) is not { Spine.Count: > 0 } package)
            return ImportErrors.NotBook;
        if (package.Spine.Sum(item => archive.LengthOf(item.Path)) > limits.BookBytes)
            return ImportErrors.BookTooLarge;
        foreach (var item in package.Spine)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (PageRefusal(archive, item, limits) is { } refusal)
                return refusal;
        }

        return null;
    }

    private static Error? PageRefusal(Archive archive, SpineItem page, ImportLimits limits)
    {
        if (archive.LengthOf(page.Path) > limits.PageBytes)
            return ImportErrors.PageTooLarge;
        return archive.Read(page.Path, limits.PageBytes) is not { } bytes ? ImportErrors.BookIncomplete : PageText.Look(bytes, limits) is { Succeeded: false, Error: var error } && error != ImportErrors.Empty ? error : null;
    }

    public static Result<SourceDocument> Read(Archive archive, ImportLimits limits, CancellationToken cancellationToken)
    {
        if (Refusal(archive, limits, cancellationToken) is { } refusal)
            return refusal;
        if (EpubPackage.Read(archive) is not { } package)
            return ImportErrors.NotBook;
        var pages = Pages(archive, package, limits, cancellationToken);
        if (!pages.Succeeded)
            return pages.Error;

        var notes = NoteAnchors.In(pages.Value);
        var shelf = new ImageShelf(limits);
        var sheet = new SheetWriter();
        var names = new ChapterNames();
        foreach (var page in pages.Value)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(page, package, notes, sheet, names, source => Picture(archive, page.Path, source, shelf, limits));
        }

        return sheet.Pieces.Count == 0 ? ImportErrors.Empty : new SourceDocument(sheet.ToSource(), SourceFormat.Marked, names.Insert(sheet.Pieces), package.Metadata)
        {
            Images = shelf.All,
            Asides = sheet.Asides,
            IsBook = true,
        };
    }

    private static Result<IReadOnlyList<Page>> Pages(Archive archive, EpubPackage package, ImportLimits limits, CancellationToken cancellationToken)
    {
        var pages = new List<Page>();
        var parser = new HtmlParser();
        foreach (var item in package.Spine)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (archive.Read(item.Path, limits.PageBytes) is not { } bytes)
                return ImportErrors.BookIncomplete;
            var text = PageText.Read(bytes, limits);
            if (!text.Succeeded && text.Error != ImportErrors.Empty)
                return text.Error;
            var document = parser.ParseDocument(text.Value ?? "");
            var body = document.Body ?? document.DocumentElement;
            pages.Add(new Page(item.Path, body, new PageMap(body)));
        }

        return new Result<IReadOnlyList<Page>>(pages);
    }

    private static void Write(Page page, EpubPackage package, NoteAnchors notes, SheetWriter sheet, ChapterNames names, Func<string, ImageDraft?> picture)
    {
        var holdsNotes = page.Root.Descendants<IElement>().Any(element => notes.NoteIn(element) is not null);
        if (!holdsNotes && CoverMatter.Is(page, package))
        {
            sheet.Aside(string.Join(' ', page.Root.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), "Cover matter");
            return;
        }

        var before = sheet.Pieces.Count;
        new BlockWalk(new PageContext(sheet, page.Map, notes, new FigureSource(picture, address => WebAddresses.Absolute(address, null)))).Content(page.Root);

        if (sheet.Pieces.Count > before && !holdsNotes && package.TitleOf(page.Path) is { } title)
            names.Add(title, before, sheet.Pieces.Skip(before).Take(HeadingWithin).FirstOrDefault(piece => piece.Kind == BlockKind.Heading));
    }

    private static ImageDraft? Picture(Archive archive, string page, string source, ImageShelf shelf, ImportLimits limits)
    {
        var bytes = DataAddress.Read(source, limits.ImageBytes) ?? (ArchivePath.Resolve(page, source) is { } path ? archive.Read(path, limits.ImageBytes) : null);
        return bytes is null ? null : shelf.Keep(bytes);
    }
}
