using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace StudyGroup.Tests.Readings.Rendering;

/// <summary>Rendered HTML as a browser reads it.</summary>
internal sealed class Page(string html)
{
    private static readonly HtmlParser Parser = new();

    public IElement Body { get; } = Read(html);

    /// <summary>What offsets count in: the text of the element without descendants marked data-aside.</summary>
    public static string TextOf(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var aside in copy.QuerySelectorAll("[data-aside]").ToList())
            aside.Remove();
        return copy.TextContent;
    }

    public IElement One(string selector) => Assert.Single(Body.QuerySelectorAll(selector));

    /// <summary>The markup after one reading and after two: what differs would change its meaning on the way through another parser.</summary>
    public void AssertStable()
    {
        var once = Body.InnerHtml;
        Assert.Equal(once, Read(once).InnerHtml);
    }

    private static IElement Read(string html) =>
        Parser.ParseDocument("<!doctype html><html><head></head><body>" + html + "</body></html>").Body ?? throw new InvalidOperationException("No body.");
}
