using AngleSharp.Dom;
using StudyGroup.Readings.Import.Formats.Html;

namespace StudyGroup.Readings.Import.Formats.Epub;

/// <summary>Pages of a book that are no part of its text: the cover, the title page, the imprint, the contents.</summary>
internal static class CoverMatter
{
    private const int LongestImprint = 6_000;
    private const int FewLetters = 40;
    private const double MostlyLinks = 0.6;

    private static readonly HashSet<string> Types = Elements.Words("cover titlepage title-page halftitlepage copyright-page copyright imprint toc landmarks loi lot page-list colophon imprimatur other-credits");
    private static readonly HashSet<string> Called = Elements.Words("cover titlepage halftitle copyright imprint toc contents");

    public static bool Is(Page page, EpubPackage package)
    {
        var length = page.Root.TextContent.Length;
        if (package.TypeOf(page.Path) is { } type && Types.Contains(type))
            return length < LongestImprint || type == "toc";
        var first = page.Root.Children.Where(child => child.TextContent.Length * 2 > length).Prepend(page.Root);
        if (first.Any(element => (element.GetAttribute("epub:type") ?? "").Split(' ').Any(Types.Contains)))
            return true;
        return length < FewLetters ? page.Root.QuerySelector("img,svg") is not null
            : length < LongestImprint && (Elements.IsCalled(page.Root, Called) || IsListOfLinks(page.Root, length));
    }

    private static bool IsListOfLinks(IElement body, int length) =>
        body.QuerySelectorAll("a[href]").Where(link => link.GetAttribute("href")?.Contains("://", StringComparison.Ordinal) != true).Sum(link => link.TextContent.Length) > length * MostlyLinks;
}
