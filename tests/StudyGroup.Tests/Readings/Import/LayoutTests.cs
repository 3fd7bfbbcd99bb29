using StudyGroup.Readings;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class LayoutTests
{
    [Fact]
    public void A_simple_text_is_one_reading_under_its_first_line()
    {
        var reading = Raw.Reading("A simple title\n\nThe first paragraph. It is short.\n\nThe second one.\n");

        Assert.Equal("A simple title", reading.Title);
        Assert.Equal(["The first paragraph. It is short.", "The second one."], reading.Blocks.Texts());
        Assert.Empty(reading.SetAside);
    }

    [Fact]
    public void Without_blank_lines_long_lines_are_paragraphs()
    {
        var (first, second) = (string.Join(' ', Raw.Prose, Raw.Prose), string.Join(' ', Raw.Prose, "It fell down.", Raw.Prose));

        Assert.Equal([first, second], Raw.Reading($"A title\n{first}\n{second}\n").Blocks.Texts());
    }

    [Fact]
    public void Without_blank_lines_lines_that_all_end_sentences_are_paragraphs()
    {
        var reading = Raw.Reading("A title line\nThe first paragraph is below it.\nThe second one is short.\nAnd this is the third.\n");

        Assert.Equal(("A title line", 3), (reading.Title, reading.Blocks.Count));
    }

    [Fact]
    public void An_indented_line_begins_a_paragraph()
    {
        const string Text = "The Title\n\nThe wheel had been turning since before anybody could\nremember, and nobody heard it.\n   When it stopped, the people came out of their houses\nand looked at each other.\n";

        Assert.Equal(2, Raw.Reading(Text).Blocks.Count);
    }

    [Fact]
    public void A_hanging_indent_does_not()
    {
        var blocks = Raw.Blocks("a) The wheel turned. It was\n   heard by everybody in the\n   valley.", "b) The wheel stopped.");

        Assert.Equal(["The wheel turned. It was heard by everybody in the valley.", "The wheel stopped."], blocks.Texts());
    }

    [Fact]
    public void Short_lines_beside_prose_are_verse_and_keep_their_breaks()
    {
        const string Prose = "The people of the valley had an old song about the wheel, which all of\nthem knew and nobody had ever written down, since it was so very short\nand easy to remember that nobody saw any reason to.";

        var verse = Raw.Blocks(Prose, "    The wheel goes round, the corn goes in,\n      The flour comes out below;\n    And what the miller puts aside\n      The miller does not show.")[1];

        Assert.Equal(BlockKind.Verse, verse.Kind);
        Assert.Equal("The wheel goes round, the corn goes in,\n  The flour comes out below;\nAnd what the miller puts aside\n  The miller does not show.", verse.Markdown);
    }

    [Fact]
    public void Cells_between_tabs_are_a_table()
    {
        var table = Raw.Blocks(Raw.Prose, "Year\tSacks\n1901\t400\n1902\t380")[1];

        Assert.Equal((BlockKind.Table, "| Year | Sacks |\n| 1901 | 400 |\n| 1902 | 380 |"), (table.Kind, table.Markdown));
    }

    [Theory]
    [InlineData("* * *")]
    [InlineData("------")]
    [InlineData("       *       *       *       *       *")]
    public void A_row_of_marks_separates(string row)
    {
        Assert.Equal([BlockKind.Paragraph, BlockKind.Rule, BlockKind.Paragraph], Raw.Blocks(Raw.Prose, row, Raw.Prose).Kinds());
    }

    [Fact]
    public void A_text_without_a_title_takes_the_name_of_its_file()
    {
        var reading = Raw.Reading(Raw.Prose + "\n\n" + Raw.Prose + "\n", "the_old-mill.txt");

        Assert.Equal(("The old mill", 2), (reading.Title, reading.Blocks.Count));
    }

    [Fact]
    public void One_line_alone_is_the_text()
    {
        Assert.Equal("Nothing else", Assert.Single(Raw.Reading("Nothing else").Blocks).Markdown);
    }
}
