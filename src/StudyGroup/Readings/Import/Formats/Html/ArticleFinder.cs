using AngleSharp.Dom;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>Finds the element of a page that holds its text: what the page itself marks as such, else the smallest one that holds nearly all of the prose.</summary>
internal static class ArticleFinder
{
    private const double NearlyAll = 0.8;
    private const double MostOf = 0.6;

    public static IElement Find(IElement body, PageMap map)
    {
        var prose = map.Prose(body);
        if (prose == 0)
            return body;

        // Several articles on one page, or the beginning of another one beside the article: then the smallest element that holds most of the prose.
        var marked = body.QuerySelectorAll("article,main,[role=main]").Where(candidate => map.Prose(candidate) >= prose * MostOf);
        return marked.MinBy(map.Prose) ?? Narrowed(body, prose, map);
    }

    private static IElement Narrowed(IElement element, int prose, PageMap map)
    {
        while (true)
        {
            var inner = element.Children.FirstOrDefault(child => Elements.Is(child, "div", "section", "table", "tbody", "tr", "td", "center", "font", "form") && map.Prose(child) >= prose * NearlyAll);

            // A heading beside the prose is its title.
            if (inner is null || element.Children.Any(child => child != inner && !map.IsJunk(child) && (Elements.HeadingLevel(child) is 1 or 2 || child.QuerySelector("h1") is not null)))
                return element;
            element = inner;
        }
    }
}
