using System.Text;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import.Formats;

public sealed class HtmlTests
{
    private const string Article = $"""
        <!DOCTYPE html><html lang="en-GB"><head><title>The Lamps | The Harbour Review</title>
        <meta property="og:site_name" content="The Harbour Review"><meta name="author" content="Orla Venn"><meta property="article:published_time" content="2021-03-14T08:00:00Z">
        <link rel="canonical" href="https://review.example/lamps"><style>p&#123;color:red&#125;</style><script>alert(1)</script></head><body>
        <header><a href="/">Home</a><nav><ul><li><a href="/a">All</a></li></ul></nav></header>
        <div class="with-sidebar"><aside class="sidebar"><h3>Related</h3><p>Another piece</p></aside>
        <div id="content"><h1>The Lamps</h1><p class="standfirst">How a small town argued about light</p><p class="byline">By Orla Venn, 14 March 2021</p>
        <p>The council <em>voted</em> for it<sup id="r1"><a href="#n1">1</a></sup>, and a <b>bishop</b> did not. It cost 5 * 3 pounds_and &lt;b&gt; more.</p>
        <span class="pagenum">[Pg 12]</span>
        <h2>The custom <a class="headerlink" href="#c">#</a></h2>
        <p>{Raw.Prose}</p><p>{Raw.Prose}</p><p>{Raw.Prose}</p>
        <p>Water is H<sub>2</sub>O, 10 m<sup>2</sup> of it. See <a href="/more">more</a>, <a href="https://a.example/x_(y)">there</a>, <a href="javascript:alert(1)">here</a>.<a href="#n2" id="r2">[2]</a></p>
        <hr><h2>Notes</h2><ol><li id="n1"><p>Minutes. <a href="#r1">↩</a></p></li><li id="n2"><p>Ibid. <a href="#r2">↩</a></p><p>And more.</p></li></ol>
        <div class="share">Share on everything</div></div></div><footer>All about us</footer></body></html>
        """;

    [Fact]
    public void The_article_of_a_page_is_found_and_its_head_is_metadata()
    {
        var reading = Read(Article);

        Assert.Equal(("The Lamps", "How a small town argued about light", "Orla Venn"), (reading.Title, reading.Subtitle, Assert.Single(reading.Authors)));
        Assert.Equal(("2021-03-14", "en-GB", "The Harbour Review", "https://review.example/lamps"), (reading.Date, reading.Language, reading.Publication, reading.SourceAddress));
        Assert.Equal([BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph], reading.Blocks.Kinds());
        Assert.Equal("The custom", reading.Blocks[1].Markdown);
    }

    [Fact]
    public void What_stands_around_it_is_set_aside_and_scripts_are_nothing()
    {
        var reading = Read(Article);

        var aside = string.Join('\n', reading.SetAside.Select(draft => draft.Text));
        Assert.Contains("Another piece", aside, StringComparison.Ordinal);
        Assert.Contains("All about us", aside, StringComparison.Ordinal);
        Assert.Contains("Share on everything", aside, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", aside + string.Concat(reading.Blocks.Texts()), StringComparison.Ordinal);
        Assert.DoesNotContain("Pg 12", string.Concat(reading.Blocks.Texts()), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_and_links_say_in_Markdown_what_they_said_on_the_page()
    {
        var blocks = Read(Article).Blocks;

        Assert.Equal(@"The council *voted* for it[^1], and a **bishop** did not. It cost 5 \* 3 pounds_and \<b> more.", blocks[0].Markdown);
        Assert.Equal("Water is H₂O, 10 m² of it. See [more](https://review.example/more), [there](https://a.example/x_%28y%29), here.[^2]", blocks[^1].Markdown);
    }

    [Fact]
    public void Notes_are_linked_by_the_links_of_the_page()
    {
        var reading = Read(Article);

        Assert.Equal([new FootnoteDraft("1", "Minutes."), new FootnoteDraft("2", "Ibid. And more.")], reading.Footnotes);
        Assert.Equal(Sureness.Silent, Assert.Single(reading.Repairs, repair => repair.Rule == RepairRules.Notes).Sureness);
    }

    [Theory]
    [InlineData("""<p>Old.<a class="fnanchor" id="A_1" href="#F_1">[1]</a></p>""", """<div class="footnote"><p><a id="F_1"></a><a href="#A_1"><span class="label">[1]</span></a> The chronicle.</p></div>""")]
    [InlineData("""<p>Old.<sup class="reference" id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p>""", """<ol><li id="cite_note-1"><span><b><a href="#cite_ref-1">^</a></b></span> The chronicle.</li></ol>""")]
    [InlineData("""<p>Old.<a role="doc-noteref" id="r" href="#n">1</a></p>""", """<section role="doc-endnotes"><p id="n">The chronicle.<a role="doc-backlink" href="#r">back</a></p></section>""")]
    [InlineData("""<p>Old.<a name="r1"></a><a href="#n1">1</a></p>""", """<p><a name="n1"></a><a href="#r1">1.</a> The chronicle.</p>""")]
    [InlineData("""<p>Old.<a href="#n1">(1)</a></p>""", """<dl><dt id="n1">1</dt><dd>The chronicle.</dd></dl>""")]
    [InlineData("""<p>Old.<a href="#n1">1</a></p>""", """<table><tr id="n1"><td>1</td><td>The chronicle.</td></tr></table>""")]
    [InlineData("""<p>Old.<sup>1</sup></p>""", """<h2>Notes</h2><ol><li>The chronicle.</li></ol>""")]
    [InlineData("""<p>Old. [1]</p>""", """<h2>Footnotes</h2><p>[1] The chronicle.</p>""")]
    public void Every_usual_way_to_write_notes_is_understood(string text, string notes)
    {
        var reading = Read($"<html><body><h1>The Mill</h1>{text}<p>{Raw.Prose}</p>{notes}</body></html>");

        Assert.Equal(["Old.[^1]", Raw.Prose], reading.Blocks.Texts());
        Assert.Equal(new FootnoteDraft("1", "The chronicle."), Assert.Single(reading.Footnotes));
    }

    [Fact]
    public void Numbers_that_come_again_in_each_chapter_lead_to_their_own_notes()
    {
        var reading = Read($"""<html><body><h1>The Mill</h1><h2>One</h2><p>First.<a href="#a1">1</a></p><p id="a1">1 Of the first.</p><h2>Two</h2><p>Second.<a href="#b1">1</a></p><p id="b1">1 Of the second.</p></body></html>""");

        Assert.Equal([("1", "Of the first."), ("1-2", "Of the second.")], reading.Footnotes.Select(note => (note.Label, note.Markdown)));
        Assert.Equal("Second.[^1-2]", reading.Blocks[^1].Markdown);
    }

    [Fact]
    public void Blocks_are_what_their_elements_are()
    {
        var blocks = Read($"""
            <html><body><h1>The Mill</h1><p>{Raw.Prose}</p><blockquote><p>Keep it.</p><p>Always.</p></blockquote>
            <ol type="a" start="2"><li>Flour<ul><li>white</li></ul></li><li><p>Water</p></li></ol>
            <table><caption>Sacks</caption><tr><th>Year</th><th>Sacks</th></tr><tr><td>1901</td><td>4|5</td></tr></table>
            <pre><code>mill.Turn();
            mill.Stop();</code></pre>
            <div class="poem"><div class="stanza"><span class="i0">The wheel goes round,<br></span><span class="i2">The corn goes in.<br></span></div></div>
            <dl><dt>Weir</dt><dd>A low dam.</dd></dl><p>***</p><h4>Deep</h4><p>{Raw.Prose}</p></body></html>
            """).Blocks;

        Assert.Equal(
            [
                (BlockKind.Paragraph, Raw.Prose, null, 0), (BlockKind.Quote, "Keep it.", null, 0), (BlockKind.Quote, "Always.", null, 0), (BlockKind.ListItem, "Flour", "b", 1), (BlockKind.ListItem, "white", null, 2), (BlockKind.ListItem, "Water", "c", 1),
                (BlockKind.Paragraph, "Sacks", null, 0), (BlockKind.Table, "| Year | Sacks |\n| --- | --- |\n| 1901 | 4\\|5 |", null, 0), (BlockKind.Code, "mill.Turn();\nmill.Stop();", null, 0), (BlockKind.Verse, "The wheel goes round,\n  The corn goes in.", null, 0),
                (BlockKind.Paragraph, "**Weir**", null, 0), (BlockKind.ListItem, "A low dam.", null, 1), (BlockKind.Rule, "", null, 0), (BlockKind.Heading, "Deep", null, 2), (BlockKind.Paragraph, Raw.Prose, null, 0),
            ],
            blocks.Select(block => (block.Kind, block.Markdown, block.Label, block.Level)));
    }

    [Theory]
    [InlineData("a <i>b</i><i>c</i> d", "a *bc* d")]
    [InlineData("a<b> b </b>c", "a **b** c")]
    [InlineData("<i>a <b>b</b></i>", "*a **b***")]
    [InlineData("wo<i>r</i>d and <em></em>none", "wo*r*d and none")]
    [InlineData("he said<i>(so)</i>and", "he said(so)and")]
    [InlineData("Stop!<a href=\"https://a.example/\">there</a>", "Stop\\![there](https://a.example/)")]
    [InlineData("[a](b) and [^1] and `c` and \\d", @"[a]\(b) and \[^1] and \`c\` and \d")]
    [InlineData("<a href=\"https://a.example/b\">https://a.example/b</a>", "<https://a.example/b>")]
    [InlineData("a&nbsp;b&shy;c &amp;copy; d", @"a bc \&copy; d")]
    [InlineData("one<br>two", "one  \ntwo")]
    [InlineData("<q>so</q> <code>x * y</code>", "“so” `x * y`")]
    public void What_the_author_typed_is_never_read_as_a_mark(string html, string markdown)
    {
        Assert.Equal(markdown, Read($"<html><body><h1>The Mill</h1><p>{html}</p><p>{Raw.Prose}</p></body></html>").Blocks[0].Markdown);
    }

    [Fact]
    public void The_encoding_is_the_one_that_the_page_names()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)?.GetBytes($"<html><head><meta charset=\"windows-1251\"></head><body><h1>Мельница</h1><p>И не было в том ничего, что не на воде, как это и по тому.</p><p>Да и нет.</p></body></html>") ?? [];

        var reading = Imported.Reading("m.html", bytes);

        Assert.Equal(("Мельница", "ru"), (reading.Title, reading.Language));
    }

    [Theory]
    [InlineData("ar", "كانت الطاحونة قائمة على ضفة النهر منذ زمن بعيد، ولم يكن أحد في القرية يعرف من بناها.")]
    [InlineData("he", "הטחנה עמדה על גדת הנהר זמן רב מאוד, ואיש בכפר לא ידע מי בנה אותה.")]
    [InlineData("fa", "آسیاب سال‌ها کنار رودخانه ایستاده بود و هیچ‌کس در روستا نمی‌دانست چه کسی آن را ساخته است و چرا.")]
    [InlineData("zh", "磨坊在河边立了很久，村里没有人知道是谁建造的。")]
    [InlineData("el", "Ο μύλος στεκόταν στην όχθη του ποταμού πάρα πολύ καιρό.")]
    public void Other_scripts_keep_their_language_and_their_letters(string language, string text)
    {
        var reading = Read($"<html><body><h1>A</h1><p>{text}</p><p>{text}</p></body></html>");

        Assert.Equal(language, reading.Language);
        Assert.Equal(text, reading.Blocks[0].Markdown);
    }

    [Fact]
    public void Broken_mark_up_is_read_as_browsers_read_it()
    {
        var reading = Read($"<h1>The Mill<p>It <b>stood<p>{Raw.Prose}</i></div><td>And fell.");

        Assert.Contains(Raw.Prose, string.Concat(reading.Blocks.Texts()), StringComparison.Ordinal);
        Assert.Contains("And fell.", string.Concat(reading.Blocks.Texts()), StringComparison.Ordinal);
    }

    private static ReadingDraft Read(string html) => Imported.Reading("page.html", Encoding.UTF8.GetBytes(html));
}
