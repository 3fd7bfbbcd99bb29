using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import.Formats;

public sealed class EpubTests
{
    private const string Notes = """<section epub:type="endnotes"><h2>Notes</h2><aside epub:type="footnote" id="n1"><p><a href="one.xhtml#r1">1</a>. Minutes, <i>1908</i>.</p></aside><aside epub:type="footnote" id="n2"><p><a href="two.xhtml#r2">1</a>. Report.</p></aside></section>""";

    private static EpubFile Book() => new()
    {
        Metadata = """<dc:title id="t">The Lamps</dc:title><dc:title id="s">A Quarrel</dc:title><meta refines="#s" property="title-type">subtitle</meta><dc:creator opf:role="aut">Venn, Orla</dc:creator><dc:contributor opf:role="trl">Tom Hall</dc:contributor><dc:language>en-GB</dc:language><dc:date opf:event="publication">1911</dc:date><dc:publisher>Harbour Press</dc:publisher><dc:rights>Public domain</dc:rights><dc:source>https://harbour.example/lamps</dc:source>""",
        Pages =
        {
            ("cover.xhtml", "", """<div epub:type="cover"><img src="q.png" alt="Cover"/></div>"""),
            ("title.xhtml", "", "<h1>The Lamps</h1><p>by Orla Venn</p><p>Harbour Press, 1911</p>"),
            ("imprint.xhtml", "", """<section epub:type="copyright-page"><p>Copyright 1911 by somebody. All rights reserved.</p></section>"""),
            ("nav.xhtml", "properties=\"nav\"", """<nav epub:type="toc"><ol><li><a href="one.xhtml">The Quarrel</a></li><li><a href="two.xhtml">The Cost</a></li></ol></nav>"""),
            ("one.xhtml", "", $"""<h2>The Quarrel</h2><p>{Raw.Prose}<a epub:type="noteref" href="notes.xhtml#n1" id="r1">1</a></p><blockquote><p>Keep it.</p></blockquote><p><img src="q.png" alt="The quay"/></p><p>See <a href="two.xhtml">the next one</a>.<a id="p5"/></p>"""),
            ("two.xhtml", "", $"""<p>{Raw.Prose}<a epub:type="noteref" href="notes.xhtml#n2" id="r2">1</a></p>"""),
            ("notes.xhtml", "", Notes),
        },
        Parts = { ("q.png", "image/png", Pictures.Png()) },
    };

    [Fact]
    public void A_book_is_one_reading_with_chapters_and_its_package_says_whose_it_is()
    {
        var reading = Imported.Reading("lamps.epub", Book().Write());

        Assert.Equal(("The Lamps", "A Quarrel", "Orla Venn", "Tom Hall"), (reading.Title, reading.Subtitle, Assert.Single(reading.Authors), reading.Translator));
        Assert.Equal(("1911", "en-GB", "Harbour Press", "Public domain", "https://harbour.example/lamps"), (reading.Date, reading.Language, reading.Publication, reading.Rights, reading.SourceAddress));
        Assert.Equal([("The Quarrel", 2), ("The Cost", 2)], reading.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => (block.Markdown, block.Level)));
    }

    [Fact]
    public void Cover_matter_is_set_aside()
    {
        var reading = Imported.Reading("lamps.epub", Book().Write());

        Assert.Equal(BlockKind.Heading, reading.Blocks[0].Kind);
        Assert.Contains(reading.SetAside, draft => draft.Text.Contains("All rights reserved", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_are_linked_across_pages()
    {
        var reading = Imported.Reading("lamps.epub", Book().Write());

        Assert.Equal([("1", "Minutes, *1908*."), ("1-2", "Report.")], reading.Footnotes.Select(note => (note.Label, note.Markdown)));
        Assert.Equal(Raw.Prose + "[^1]", reading.Blocks[1].Markdown);
        Assert.Equal(Raw.Prose + "[^1-2]", reading.Blocks[^1].Markdown);
    }

    [Fact]
    public void Each_chapter_becomes_a_reading_where_that_is_wanted()
    {
        var document = Imported.Document("lamps.epub", Book().Write(), new ImportChoices { ChapterByChapter = true });

        Assert.Equal(["The Quarrel", "The Cost"], document.Readings.Select(reading => reading.Title));
        Assert.All(document.Readings, reading => Assert.Equal(("The Lamps", "Orla Venn", "1"), (reading.Publication, Assert.Single(reading.Authors), Assert.Single(reading.Footnotes).Label)));
        Assert.EndsWith("[^1]", document.Readings[1].Blocks[0].Markdown, StringComparison.Ordinal);
        Assert.Equal(("The Lamps", "Harbour Press", 2), (document.Issue?.Title, document.Issue?.Publisher, document.Issue?.Contents.Count));
    }

    [Fact]
    public void The_contents_of_an_older_book_name_its_chapters()
    {
        var book = new EpubFile { SpineAttributes = "toc=\"x0\"", Pages = { ("a.xhtml", "", $"<p>{Raw.Prose}</p>"), ("b.xhtml", "", $"<p>{Raw.Prose}</p>") } };
        book.Parts.Add(("toc.ncx", "application/x-dtbncx+xml", """<ncx><navMap><navPoint><navLabel><text>The wheel</text></navLabel><content src="a.xhtml#x"/></navPoint><navPoint><navLabel><text>The flood</text></navLabel><content src="b.xhtml"/></navPoint></navMap></ncx>"""u8.ToArray()));

        Assert.Equal(["The wheel", "The flood"], Imported.Reading("mill.epub", book.Write()).Blocks.Where(block => block.Kind == BlockKind.Heading).Texts());
    }

    [Fact]
    public void The_words_of_a_library_around_a_book_are_set_aside()
    {
        var reading = Imported.Reading("mill.epub", EpubFile.Of(
            "<p><strong>Title</strong>: The Mill</p><p>This ebook is for the use of anyone.</p><div>*** START OF THE EBOOK THE MILL ***</div><h1>The Mill</h1>",
            $"<h2>I</h2><p>{Raw.Prose}</p><div>*** END OF THE EBOOK THE MILL ***</div><p>The full licence.</p>"));

        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph], reading.Blocks.Kinds());
        Assert.Contains(reading.SetAside, draft => draft.Text.Contains("The full licence.", StringComparison.Ordinal));
    }

    [Fact]
    public void Right_to_left_books_keep_their_language()
    {
        var book = new EpubFile { Metadata = "<dc:title>الطاحونة</dc:title><dc:language>ar</dc:language>", Pages = { ("a.xhtml", "", "<h1>الفصل الأول</h1><p>كانت الطاحونة قائمة على ضفة النهر منذ زمن بعيد.</p>") } };

        var reading = Imported.Reading("mill.epub", book.Write());

        Assert.Equal(("الطاحونة", "ar", "الفصل الأول"), (reading.Title, reading.Language, reading.Blocks[0].Markdown));
    }
}
