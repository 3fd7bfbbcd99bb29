using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.Json;
using StudyGroup.Web.Shell;

namespace StudyGroup.Browser.Tests.Scripts;

/// <summary>A reading page as the product renders it, with a text of our own.</summary>
public static class Harness
{
    public const string Group = "0197a000-0000-7000-8000-000000000001";
    public const string Reading = "0197a000-0000-7000-8000-000000000002";
    public const string Edition = "0197a000-0000-7000-8000-000000000003";

    private static readonly string Text = """
        <p class="para" id="b-1" data-block="b-1"><a class="pn" data-aside href="#b-1">1</a>The ferry left at six and carried <em>nobody</em> who had paid.<sup class="fn" data-aside><a href="#fn-1">1</a></sup> It came back at seven, empty but for the mail.<span data-aside class="chips" data-chips="b-1"></span></p>
        <h2 id="b-2" data-block="b-2">What the mate wrote down</h2>
        <p class="para" id="b-3" data-block="b-3"><a class="pn" data-aside href="#b-3">2</a>He kept two books. One was for the company, the other for himself.<span data-aside class="chips" data-chips="b-3"></span></p>
        <hr id="b-4" data-block="b-4">
        <p class="para thesis" id="b-5" data-block="b-5"><a class="pn" data-aside href="#b-5">3</a><span class="label" data-aside>7. </span>Whoever counts decides what is counted.<span data-aside class="chips" data-chips="b-5"></span></p>
        """;

    public static string RepositoryRoot { get; } = FindRoot(AppContext.BaseDirectory);

    /// <param name="more">Paragraphs after the five fixed blocks, for pages that scroll.</param>
    /// <param name="cards">Markup inside the margin.</param>
    /// <param name="start">A module script that runs at the end; the default attaches everything.</param>
    public static string Page(int more = 0, string cards = "", string start = "import * as reading from '/js/reading.js'; reading.attach(document.querySelector('.rgrid'));") => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Two books</title><base href="/">
        {string.Concat(Sheets().Select(sheet => $"<link rel=\"stylesheet\" href=\"/{sheet}\">"))}
        <meta name="words" content="{WebUtility.HtmlEncode(Words())}"><meta name="icons" content="/icons/icons.svg"><meta name="antiforgery" content="token-of-this-page"></head>
        <body><header class="bar"><div class="progress" id="reading-progress" role="progressbar" aria-label="Read" aria-valuenow="0"></div></header>
        <div class="reader"><div class="rgrid"><nav class="toc"></nav>
        <main class="col" id="main" data-group="{Group}" data-reading="{Reading}" data-edition="{Edition}">
        <article data-article data-title="Two books" data-author="Ines Varga"><div class="text" lang="en">{Text}{string.Concat(Enumerable.Range(6, more).Select(Paragraph))}
        <section class="notes"><div class="note" id="fn-1"><span class="label">1 </span><span class="words">The fare was four pence.</span></div></section></div></article></main>
        <aside class="margin" id="margin"><div class="mhead"><b>Comments</b></div><div class="cards">{cards}</div><div class="own"></div></aside>
        </div></div>
        <div class="offbar" id="offbar" hidden><span id="offbar-wait" data-text="next try in {"{0}"} s"></span><button id="offbar-retry">Try now</button></div>
        <div class="vh" id="live-polite" aria-live="polite"></div><div class="vh" id="live-assertive" aria-live="assertive"></div>
        <script type="module">{start}</script></body></html>
        """;

    public static string Card(int number, string block, int from, int to, string classes = "", string words = "A remark of middling length that takes more than one line of the margin.") => $"""
        <article class="card {classes}" tabindex="0" data-annotation="a-{number}" data-start="{block}:{from}" data-end="{block}:{to}"><div class="line"><span class="t">{words}</span></div><div class="who"><b>Member {number}</b></div><div class="body">{words}</div></article>
        """;

    private static string Paragraph(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        <p class="para" id="b-{number}" data-block="b-{number}"><a class="pn" data-aside href="#b-{number}">{number - 2}</a>On the {number}th day the wind stood against the tide and the second book has one line more than the first. The clerk did not ask, and the mate did not say.<span data-aside class="chips" data-chips="b-{number}"></span></p>
        """);

    private static IEnumerable<string> Sheets() =>
        ["tokens.css", "app.css", "controls.css", "overlays.css", "discussion.css", "composer.css", "reading.css"];

    private static string Words()
    {
        var texts = new ResourceManager(typeof(ScriptTexts)).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true);
        var words = texts?.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => entry.Value as string);
        return JsonSerializer.Serialize(words);
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "StudyGroup.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("StudyGroup.sln is in no folder above the tests."));
}
