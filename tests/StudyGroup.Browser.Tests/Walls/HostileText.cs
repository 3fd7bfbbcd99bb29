namespace StudyGroup.Browser.Tests.Walls;

/// <summary>What somebody would write who wants a script to run in other people's pages. Each one that succeeds says so in <c>window.__pwned</c>.</summary>
public static class HostileText
{
    public static readonly IReadOnlyList<string> Markdown =
    [
        "<script>window.__pwned = 'tag'</script> and the rest of the sentence",
        "<img src=nowhere onerror=\"window.__pwned = 'image'\">",
        "<svg/onload=window.__pwned='drawing'>",
        "<details open ontoggle=window.__pwned='details'>look</details>",
        "<a href=\"javascript:window.__pwned='anchor'\" autofocus onfocus=\"window.__pwned='focus'\">rest here</a>",
        "\"><iframe srcdoc=\"<script>parent.__pwned='frame'</script>\"></iframe>",
        "</p></article></main><script>window.__pwned='breakout'</script>",
        "<style>@import 'javascript:window.__pwned=1'; body { display: none }</style>",
        "<form action=\"javascript:window.__pwned='form'\"><button>Post</button></form>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=window.__pwned='mutation'&gt;\">",
        "[plain](javascript:window.__pwned='link')",
        "[mixed](JaVaScRiPt:window.__pwned='case')",
        "[entity](java&#115;cript:window.__pwned='entity')",
        "[tab](java&Tab;script:window.__pwned='tab')",
        "[space](<  javascript:window.__pwned='space'>)",
        "[data](data:text/html;base64,PHNjcmlwdD5wYXJlbnQuX19wd25lZD0xPC9zY3JpcHQ+)",
        "[old](vbscript:window.__pwned='vb')",
        "[blob](blob:http://localhost/0)",
        "[file](file:///etc/passwd)",
        "[reference][r]\n\n[r]: javascript:window.__pwned='reference' \"title\"",
        "<javascript:window.__pwned='autolink'>",
        "![picture](javascript:window.__pwned='picture')",
        "![far](https://pixels.example.org/one.png)",
        "[two hosts](https://example.org@elsewhere.example/)",
        "words {onclick=window.__pwned='attribute' style=position:fixed;inset:0 id=main}",
        "# A heading {#main onmouseover=window.__pwned='heading'}",
        "```html onload=window.__pwned='fence'\n<script>window.__pwned='code'</script>\n```",
        "| a | b |\n|---|---|\n| <img src=x onerror=window.__pwned='cell'> | [x](javascript:window.__pwned='cell') |",
        string.Concat(Enumerable.Repeat(">", 200)) + " deep",
        string.Concat(Enumerable.Repeat("*a_ ", 2_000)),
        string.Concat(Enumerable.Repeat("[a](", 2_000)),
        "::: fold <img src=x onerror=window.__pwned='summary'>\n<script>window.__pwned='fold'</script>\n:::",
        "::: fold \" open ontoggle=\"window.__pwned='toggle'\n</details><svg onload=window.__pwned='out'>\n:::",
        "#tag\" onclick=\"window.__pwned='tag' #javascript:window.__pwned='tagged' #<b>",
        "\u202Etpircs a ton\u202C and \u2066an open isolate",
        "{{constructor.constructor('window.__pwned=1')()}} ${window.__pwned=1} @{window.__pwned=1}",
    ];

    /// <summary>The same will, as short as a name has to be.</summary>
    public static string Name(string name) => $"{name} <img src=x onerror=__pwned=1>\"'`</b>";
}
