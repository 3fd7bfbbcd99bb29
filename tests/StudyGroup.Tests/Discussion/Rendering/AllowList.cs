using AngleSharp.Dom;
using StudyGroup.Tests.Readings.Rendering;
using Xunit;

namespace StudyGroup.Tests.Discussion.Rendering;

/// <summary>What may stand in a rendered text, written down a second time and by hand, so that the renderers are not their own judges.</summary>
internal static class AllowList
{
    private static readonly string[] Elements =
    [
        "p", "em", "strong", "del", "code", "pre", "br", "hr", "a", "span", "bdi", "sup", "blockquote", "ul", "ol", "li", "div", "figure", "figcaption", "h2", "h3", "h4", "section",
        "details", "summary", "table", "thead", "tbody", "tr", "th", "td",
    ];

    private static readonly string[] Attributes =
        ["class", "id", "href", "rel", "role", "aria-label", "aria-hidden", "aria-labelledby", "data-aside", "data-block", "data-chips", "data-level", "dir", "lang", "start"];

    private static readonly string[] Schemes = ["http", "https", "mailto"];

    public static void AssertHolds(string markdown, string html)
    {
        var page = new Page(html);
        page.AssertStable();
        foreach (var node in page.Body.GetDescendants())
            Assert.True(node.NodeType is NodeType.Element or NodeType.Text, $"{markdown} left a {node.NodeType}.");
        foreach (var element in page.Body.QuerySelectorAll("*"))
        {
            Assert.True(Elements.Contains(element.LocalName) && element.NamespaceUri == "http://www.w3.org/1999/xhtml", $"{markdown} left <{element.LocalName}>: {html}");
            foreach (var attribute in element.Attributes)
                Assert.True(Attributes.Contains(attribute.Name), $"{markdown} left {attribute.Name}: {html}");
            if (element.LocalName == "a")
                AssertLeadsSomewhereSafe(markdown, element.GetAttribute("href") ?? "");
        }
    }

    private static void AssertLeadsSomewhereSafe(string markdown, string href)
    {
        if (href.StartsWith('#'))
            return;
        Assert.True(Uri.TryCreate(href, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme), $"{markdown} leads to {href}.");
        Assert.StartsWith(uri.Scheme + ":", href, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(uri.Scheme == "mailto" ? "" : uri.UserInfo);
        Assert.DoesNotContain(href, character => char.IsControl(character) || char.IsWhiteSpace(character) || character is '\u202E' or '<' or '>' or '"');
    }
}
