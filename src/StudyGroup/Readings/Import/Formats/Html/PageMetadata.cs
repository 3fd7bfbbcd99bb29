using AngleSharp.Dom;
using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>What a page says of its text: in its head, in data for search engines, and by the classes of its elements.</summary>
internal sealed class PageMetadata(IDocument page, IElement root, PageMap map)
{
    private const int LongestTitle = 400;
    private const int LongestName = 120;

    private readonly StructuredData data = StructuredData.In(page);

    public Metadata Read() => new()
    {
        Title = Title(),
        Subtitle = Class("[itemprop=alternativeHeadline],.subtitle,.standfirst,.deck,.dek,.subheadline") ?? data.Subtitle,
        Authors = Authors(),
        Date = Date(),
        Language = page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang") ?? Meta("content-language", "dc.language", "og:locale")?.Replace('_', '-'),
        Publication = Meta("citation_journal_title", "og:site_name", "dc.publisher", "dcterms.publisher") ?? data.Publication,
        Rights = Meta("copyright", "dc.rights", "dcterms.rights", "rights") ?? page.QuerySelector("link[rel=license],a[rel=license]")?.GetAttribute("href"),
        SourceAddress = Address,
    };

    /// <summary>Where the page says that it stands in the web.</summary>
    public string? Address
    {
        get
        {
            var address = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta("og:url");
            return address is { Length: < 2_000 } && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? address : null;
        }
    }

    private string? Title()
    {
        var named = Words(Meta("citation_title", "og:title", "dc.title", "dcterms.title") ?? data.Title ?? page.Title);
        var headings = (page.Body ?? root).QuerySelectorAll("h1").Where(heading => !map.IsJunk(heading) && !heading.Ancestors<IElement>().Any(map.IsJunk)).ToList();
        var heading = headings.Find(heading => named is not null && Letters(heading.TextContent) is { Length: > 2 } letters && Letters(named).Contains(letters, StringComparison.OrdinalIgnoreCase))
            ?? headings.Find(root.Contains) ?? headings.FirstOrDefault();
        return Words(heading?.TextContent) ?? WithoutSite(named);
    }

    // "The title | The paper": what stands behind the last stroke is the paper.
    private string? WithoutSite(string? title)
    {
        if (title is null)
            return null;
        var site = Words(Meta("og:site_name") ?? data.Publication);
        foreach (var stroke in (ReadOnlySpan<string>)[" | ", " – ", " — ", " - ", " :: ", " « "])
        {
            var end = title.LastIndexOf(stroke, StringComparison.Ordinal);
            if (end > 0 && (stroke is " | " or " :: " or " « " || (site is not null && Letters(title[end..]).Equals(Letters(site), StringComparison.OrdinalIgnoreCase))))
                return title[..end].Trim();
        }

        return title;
    }

    private List<string> Authors()
    {
        var names = Metas("citation_author", "author", "article:author", "dc.creator", "dcterms.creator").Concat(data.Authors).Select(Words).OfType<string>()
            .Where(name => name.Length <= LongestName && !name.Contains("://", StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count > 0)
            return names;
        var byline = Class("[itemprop=author] [itemprop=name],[itemprop=author],[rel=author],.byline .author,.byline,.author");
        return byline is null ? [] : Byline.Of(byline) is { Authors.Count: > 0 } read ? [.. read.Authors] : NameLine.IsPerson(byline) ? [byline] : [];
    }

    private string? Date()
    {
        var written = Meta("article:published_time", "citation_publication_date", "citation_date", "datepublished", "dc.date", "dcterms.date", "dc.date.issued", "date") ?? data.Date
            ?? (page.Body ?? root).QuerySelectorAll("time[datetime],[itemprop=datePublished]").FirstOrDefault(time => !time.Ancestors<IElement>().Any(map.IsJunk))?.GetAttribute("datetime");
        return written is null ? null : MetadataFields.DateOf(written.Replace('/', '-'));
    }

    private string? Class(string selectors) => (page.Body ?? root).QuerySelectorAll(selectors).Where(element => !element.Ancestors<IElement>().Prepend(element).Any(map.IsJunk)).Select(element => Words(element.TextContent)).FirstOrDefault(words => words?.Length < LongestTitle);

    private string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Metas(name).FirstOrDefault() is { } value)
                return value;
        }

        return null;
    }

    private IEnumerable<string> Metas(params string[] names) =>
        from meta in page.QuerySelectorAll("meta[content]")
        let name = meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? meta.GetAttribute("http-equiv") ?? meta.GetAttribute("itemprop")
        where name is not null && names.Contains(name, StringComparer.OrdinalIgnoreCase)
        let value = Words(meta.GetAttribute("content"))
        where value is not null
        select value;

    private static string? Words(string? raw)
    {
        var words = raw is null ? "" : string.Join(' ', LetterFolding.Fold(raw).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length is > 0 and < 2_000 ? words : null;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
