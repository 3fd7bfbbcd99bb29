using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StudyGroup.Readings;
using Xunit;

namespace StudyGroup.Tests.Readings.Import.Formats;

/// <summary>What a page brings along beside its words never reaches ours: no script, no style, no picture from elsewhere.</summary>
public sealed class HostilePageTests
{
    private static readonly string[] Allowed = ["a", "blockquote", "br", "code", "del", "div", "em", "figcaption", "figure", "h2", "h3", "h4", "hr", "img", "li", "ol", "p", "pre", "section", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr"];

    private static readonly string[] Attributes = ["alt", "aria-hidden", "aria-label", "aria-labelledby", "class", "colspan", "data-aside", "data-block", "data-chips", "data-level", "dir", "href", "id", "lang", "loading", "rel", "role", "rowspan", "scope", "src", "tabindex", "target"];

    private static readonly string Page = $$"""
        <html><head><base href="https://evil.example/"><title>The Mill</title><meta http-equiv="refresh" content="0;url=https://evil.example/">
        <style>body { background: url(https://evil.example/a.png) }</style><script>alert(1)</script><link rel="stylesheet" href="https://evil.example/s.css"></head>
        <body onload="alert(2)"><article><h1 onclick="alert(3)" style="color:red">The Mill</h1>
        <p style="position:fixed">{{Raw.Prose}} <img src="https://evil.example/track.png" onerror="alert(4)" alt="A tracker"></p>
        <p><a href="javascript:alert(5)">one</a> <a href=" java&#10;script:alert(6)">two</a> <a href="data:text/html,<script>alert(7)</script>">three</a> <a href="https://mill.example/&quot; onmouseover=&quot;alert(8)">four</a></p>
        <p>&lt;script&gt;alert(9)&lt;/script&gt; &lt;img src=x onerror=alert(10)&gt; `&lt;svg onload=alert(11)&gt;` ![x](https://evil.example/b.png) [y](javascript:alert(12))</p>
        <figure><img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(13)'/>" alt="drawing"><figcaption>A <b onclick="alert(14)">caption</b></figcaption></figure>
        <svg><script>alert(15)</script><a xlink:href="javascript:alert(16)"><text>drawn</text></a></svg><math><mtext><style><img src=x onerror=alert(17)></style></mtext></math>
        <iframe srcdoc="<script>alert(18)</script>"></iframe><object data="https://evil.example/o"></object><embed src="https://evil.example/e"><video src="https://evil.example/v" poster="https://evil.example/p.png"></video>
        <form action="https://evil.example/"><input name="password"><button formaction="javascript:alert(19)">Send</button></form>
        <noscript><p title="</noscript><img src=x onerror=alert(20)>">no script</p></noscript><template><img src=x onerror=alert(21)></template>
        <table background="https://evil.example/t.png"><tr><td style="background:url(https://evil.example/u.png)" onclick="alert(22)">cell</td></tr></table>
        <p>{{Raw.Prose}}</p></article></body></html>
        """;

    [Fact]
    public void A_page_brings_no_script_no_style_and_no_picture_from_elsewhere()
    {
        var reading = Imported.Reading("mill.html", Encoding.UTF8.GetBytes(Page));

        var shown = new HtmlParser().ParseDocument(ReadingPreview.Of(reading, "/pictures/").Html);

        var elements = shown.Body?.Descendants<IElement>().ToList() ?? [];
        Assert.Contains(elements, element => element.TextContent.Contains(Raw.Prose, StringComparison.Ordinal));
        Assert.Empty(elements.Select(element => element.LocalName).Except(Allowed));
        Assert.Empty(elements.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Except(Attributes));
        Assert.All(elements.Where(element => element.LocalName == "img"), image => Assert.StartsWith("/pictures/", image.GetAttribute("src"), StringComparison.Ordinal));
        Assert.All(elements.Select(element => element.GetAttribute("href")).OfType<string>(), address => Assert.Matches("^(https?://|mailto:|#)", address));
    }
}
