using AngleSharp.Dom;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>Parts of a page that are no part of its text: navigation, forms, what else one could read, where one could share it.</summary>
internal static class Junk
{
    private const int LongParagraph = 200;
    private const int MostLongParagraphs = 2;
    private const double MostOfPage = 0.4;

    private static readonly HashSet<string> Roles = Elements.Words("navigation search banner contentinfo complementary menu menubar toolbar dialog alert");

    private static readonly HashSet<string> Called = Elements.Words(
        "nav navbar navigation menu breadcrumb breadcrumbs sidebar share sharing sharedaddy social related recommended recommendations comments comment disqus newsletter subscribe subscription cookie cookies consent gdpr advert adverts advertisement ads "
        + "ad banner promo promotion sponsor sponsored footer pagination pager skip toolbar widget widgets popup modal login signup signin search tags taglist noprint printonly masthead donate pullquote toplink backtotop");

    private static readonly HashSet<string> PageBreaks = Elements.Words("pagenum pagenumber pageno pagebreak folio");

    private static readonly HashSet<string> NoteParts = Elements.Words("footnote footnotes endnote endnotes rearnote rearnotes notes");

    /// <param name="element">A part of the page.</param>
    /// <param name="wholeLength">The letters of the whole page.</param>
    public static bool Is(IElement element, int wholeLength)
    {
        if (Elements.IsNever(element) || Elements.IsHidden(element) || IsPageNumber(element))
            return true;
        if (Elements.IsCalled(element, NoteParts))
            return false;
        var isMeant = Elements.Is(element, "aside") || element.GetAttribute("role") is { } role && Roles.Contains(role) || Elements.IsCalled(element, Called)
            || (Elements.Is(element, "footer", "form") && !Elements.Is(element, "main")) || (Elements.Is(element, "header") && element.QuerySelector("h1,h2") is null && !IsWithinArticle(element));

        // A wrapper around everything may be called "with-sidebar".
        return isMeant && element.TextContent.Length < wholeLength * MostOfPage && !HoldsProse(element);
    }

    /// <summary>The number of a printed page, left in the text where it began.</summary>
    public static bool IsPageNumber(IElement element) =>
        (Elements.IsCalled(element, PageBreaks) || element.GetAttribute("epub:type") == "pagebreak" || element.GetAttribute("role") == "doc-pagebreak" || element.ClassName is "page" or "page-number" or "pb")
        && element.TextContent.Trim(' ', '\n', '[', ']', '{', '}', '(', ')', '|') is { Length: <= 12 };

    private static bool HoldsProse(IElement element) =>
        element.Descendants<IElement>().Where(inner => Elements.Is(inner, "p") && inner.TextContent.Length > LongParagraph).Skip(MostLongParagraphs).Any();

    private static bool IsWithinArticle(IElement element) => element.Ancestors<IElement>().Any(outer => Elements.Is(outer, "article", "main"));
}
