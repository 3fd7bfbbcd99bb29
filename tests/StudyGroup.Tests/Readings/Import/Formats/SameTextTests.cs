using System.Text;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import.Formats;

/// <summary>One text, written in every format: the same title, chapters, paragraphs, quotations, lists, notes and emphasis come out of each.</summary>
public sealed class SameTextTests
{
    private const string First = "The keeper of the lamps wrote every evening into a book how much oil was left, and nobody read it.";
    private const string Second = "In the third winter somebody did read it, and found that the oil had been used up twice.";
    private const string Quoted = "Whoever keeps the book keeps the lamps, and whoever keeps the lamps keeps the harbour.";
    private const string Last = "The quarrel went on until the lamps were taken down, and the book was closed with a strap.";

    private static readonly string Markdown =
        $"""
        # The Lamps of the Harbour

        By Orla Venn

        ## The book

        {First}[^1] It lay *open* on the sill.

        {Second}

        > {Quoted}

        ## The cost

        What was found:

        - a **strap**
        - two wicks

        {Last}[^2]

        [^1]: Minutes of the pilots, *vol. 2*.
        [^2]: The strap is in the museum.
        """;

    private static readonly string Body =
        $"""
        <h2>The book</h2><p>{First}<a href="#n1" id="r1" epub:type="noteref" role="doc-noteref"><sup>1</sup></a> It lay <em>open</em> on the sill.</p><p>{Second}</p><blockquote><p>{Quoted}</p></blockquote>
        <h2>The cost</h2><p>What was found:</p><ul><li>a <strong>strap</strong></li><li>two wicks</li></ul><p>{Last}<a href="#n2" id="r2" epub:type="noteref" role="doc-noteref"><sup>2</sup></a></p>
        <section epub:type="footnotes" role="doc-endnotes"><ol><li id="n1" epub:type="footnote"><p>Minutes of the pilots, <i>vol. 2</i>. <a href="#r1">↩</a></p></li><li id="n2" epub:type="footnote"><p>The strap is in the museum. <a href="#r2">↩</a></p></li></ol></section>
        """;

    public static TheoryData<string, byte[]> Files => new()
    {
        { "lamps.html", Encoding.UTF8.GetBytes($"<!DOCTYPE html><html lang=en><head><title>The Lamps of the Harbour</title><meta name=author content='Orla Venn'></head><body><article><h1>The Lamps of the Harbour</h1><p class=byline>By Orla Venn</p>{Body}</article></body></html>") },
        { "lamps.epub", new EpubFile { Metadata = "<dc:title>The Lamps of the Harbour</dc:title><dc:creator>Orla Venn</dc:creator><dc:language>en</dc:language>", Pages = { ("lamps.xhtml", "", Body) } }.Write() },
        { "lamps.docx", Word() },
    };

    [Theory, MemberData(nameof(Files))]
    public void The_same_text_comes_out_of_every_format(string name, byte[] content)
    {
        var expected = Imported.Reading("lamps.md", Encoding.UTF8.GetBytes(Markdown));

        var reading = Imported.Reading(name, content);

        Assert.Equal((expected.Title, "Orla Venn", expected.Language), (reading.Title, Assert.Single(reading.Authors), reading.Language));
        Assert.Equal(expected.Blocks.Select(block => block with { Line = 0 }), reading.Blocks.Select(block => block with { Line = 0 }));
        Assert.Equal(expected.Footnotes, reading.Footnotes);
    }

    [Fact]
    public void The_text_has_its_chapters_its_quotation_its_list_and_its_notes()
    {
        var reading = Imported.Reading("lamps.md", Encoding.UTF8.GetBytes(Markdown));

        Assert.Equal(
            [BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Quote, BlockKind.Heading, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.ListItem, BlockKind.Paragraph],
            reading.Blocks.Kinds());
        Assert.Equal([new FootnoteDraft("1", "Minutes of the pilots, *vol. 2*."), new FootnoteDraft("2", "The strap is in the museum.")], reading.Footnotes);
        Assert.Equal(("The Lamps of the Harbour", "Orla Venn"), (reading.Title, Assert.Single(reading.Authors)));
    }

    private static byte[] Word()
    {
        var word = new WordFile();
        var pilots = word.Footnote(WordFile.Run("Minutes of the pilots, ") + WordFile.Run("vol. 2", "<w:i/>") + WordFile.Run("."), 1);
        var strap = word.Footnote(WordFile.Run("The strap is in the museum."), 2);
        return word.Text("The Lamps of the Harbour", "Title").Text("By Orla Venn").Text("The book", "Heading1")
            .Add(WordFile.Run(First) + pilots + WordFile.Run(" It lay ") + WordFile.Run("open", "<w:i/>") + WordFile.Run(" on the sill."))
            .Text(Second).Text(Quoted, "Quote").Text("The cost", "Heading1").Text("What was found:")
            .Add(WordFile.Run("a ") + WordFile.Run("strap", "<w:b/>"), "", """<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>""").Item("two wicks", list: 2)
            .Add(WordFile.Run(Last) + strap).Write();
    }
}
