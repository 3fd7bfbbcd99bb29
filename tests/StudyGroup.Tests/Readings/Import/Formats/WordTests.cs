using StudyGroup.Readings;
using Xunit;
using static StudyGroup.Tests.Readings.Import.Formats.WordFile;

namespace StudyGroup.Tests.Readings.Import.Formats;

public sealed class WordTests
{
    [Fact]
    public void Styles_say_what_paragraphs_are()
    {
        var file = new WordFile().Text("The Mill", "Title").Text("A Tale", "Subtitle").Text("By Anna Berg, 3 May 1901").Text("Contents ... 3", "TOC1").Add(Run("The wheel", "<w:b/>"), "Heading1").Text(Raw.Prose).Text("Keep it.", "Quote")
            .Item("Flour").Item("white", level: 1).Item("Water").Item("No number", list: 2).Text("mill.Turn();", "Code").Text("mill.Stop();", "Code").Text("The wheel goes round,", "Verse").Text("The corn goes in.", "Verse").Text("* * *").Text("Below", "Heading2").Text(Raw.Prose);

        var reading = Imported.Reading("mill.docx", file.Write());

        Assert.Equal(("The Mill", "A Tale", "Anna Berg", "1901-05-03"), (reading.Title, reading.Subtitle, Assert.Single(reading.Authors), reading.Date));
        Assert.Equal(
            [
                (BlockKind.Heading, "The wheel", null, 2), (BlockKind.Paragraph, Raw.Prose, null, 0), (BlockKind.Quote, "Keep it.", null, 0), (BlockKind.ListItem, "Flour", "1", 1), (BlockKind.ListItem, "white", "a", 2), (BlockKind.ListItem, "Water", "2", 1),
                (BlockKind.ListItem, "No number", null, 1), (BlockKind.Code, "mill.Turn();\nmill.Stop();", null, 0), (BlockKind.Verse, "The wheel goes round,\nThe corn goes in.", null, 0), (BlockKind.Rule, "", null, 0), (BlockKind.Heading, "Below", null, 3), (BlockKind.Paragraph, Raw.Prose, null, 0),
            ],
            reading.Blocks.Select(block => (block.Kind, block.Markdown, block.Label, block.Level)));
    }

    [Fact]
    public void Looks_links_and_fields_become_marks()
    {
        var file = new WordFile();
        file.Text("The Mill", "Title").Add(
            Run("It was ") + Run("ve", "<w:i/>") + Run("ry", "<w:i/>") + Run(" old", "<w:rStyle w:val=\"Emphasis\"/>") + Run(" and ") + Run("strong", "<w:b/>") + Run(" or not", "<w:b w:val=\"0\"/>") + Run(" 2") + Run("2", "<w:vertAlign w:val=\"superscript\"/>")
            + Run(" see ") + file.Link("https://a.example/x", Run("there")) + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>" + Run(" again") + "</w:ins>" + Run("hidden", "<w:vanish/>")
            + """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>""" + Run(" field") + """<w:r><w:fldChar w:fldCharType="end"/></w:r>""" + Run(" 5 * 3."));

        Assert.Equal(@"It was *very old* and **strong** or not 2² see [there](https://a.example/x) again [field](https://b.example/) 5 \* 3.", Imported.Reading("mill.docx", file.Text(Raw.Prose).Write()).Blocks[0].Markdown);
    }

    [Fact]
    public void Footnotes_are_counted_and_endnotes_stand_beside_them()
    {
        var file = new WordFile();
        file.Text("The Mill", "Title").Add(Run("Old.") + file.Footnote(Run(" The ") + Run("chronicle", "<w:i/>") + Run("."), 7)).Add(Run("Older.") + file.Endnote(Run("Nobody knows."), 3) + Run(" Oldest.") + file.Footnote(Run("Ibid."), 9));

        var reading = Imported.Reading("mill.docx", file.Write());

        Assert.Equal([("1", "The *chronicle*."), ("i", "Nobody knows."), ("2", "Ibid.")], reading.Footnotes.Select(note => (note.Label, note.Markdown)));
        Assert.Equal(["Old.[^1]", "Older.[^i] Oldest.[^2]"], reading.Blocks.Texts());
    }

    [Fact]
    public void Tables_are_tables_and_pictures_take_their_captions()
    {
        var cell = (string words) => $"<w:tc><w:p>{Run(words)}</w:p></w:tc>";
        var file = new WordFile();
        file.Text("The Mill", "Title").Text(Raw.Prose).Raw($"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{cell("Year")}{cell("Sacks")}</w:tr><w:tr>{cell("1901")}{cell("4|5")}</w:tr></w:tbl>").Add(file.Picture(Pictures.Png(), "The quay")).Text("Figure 1: The quay", "Caption");

        var document = Imported.Document("mill.docx", file.Write());

        var hash = Pictures.HashOf(Pictures.Png());
        Assert.Equal([(BlockKind.Table, "| Year | Sacks |\n| --- | --- |\n| 1901 | 4\\|5 |"), (BlockKind.Figure, $"![The quay](image:{hash}) Figure 1: The quay")], document.Readings[0].Blocks.Skip(1).Select(block => (block.Kind, block.Markdown)));
        Assert.Equal((hash, "image/png", 100, 80), (document.Images[0].Hash, document.Images[0].MediaType, document.Images[0].Width, document.Images[0].Height));
    }

    [Fact]
    public void Without_styles_the_rules_for_plain_texts_serve()
    {
        var reading = Imported.Reading("mill.docx", new WordFile().Text("The Mill").Text("By Anna Berg, 3 May 1901").Text(Raw.Prose).Add(Run("The wheel", "<w:b/>")).Text(Raw.Prose).Write());

        Assert.Equal(("The Mill", "Anna Berg"), (reading.Title, Assert.Single(reading.Authors)));
        Assert.Equal([(BlockKind.Paragraph, Raw.Prose), (BlockKind.Heading, "The wheel"), (BlockKind.Paragraph, Raw.Prose)], reading.Blocks.Select(block => (block.Kind, block.Markdown)));
    }
}
