using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class TitleTests
{
    [Theory]
    [InlineData("The Mill\n\nAnna Berg\n3 May 1901", "The Mill", null, "Anna Berg", "1901-05-03")]
    [InlineData("# The Mill\n\nBy Anna Berg, May 3, 1901", "The Mill", null, "Anna Berg", "1901-05-03")]
    [InlineData("The Mill\n\nWhat the river told\n\nBy Anna Berg and Karl Stein", "The Mill", "What the river told", "Anna Berg|Karl Stein", null)]
    [InlineData("The Mill\n\n**What the river told\nto the miller**\n\nStatement of the Millers' League (ML), 3 May 1901", "The Mill", "What the river told to the miller", "Millers' League (ML)", "1901-05-03")]
    [InlineData("The Mill\n\n*Theses by the Millers' League,\nissued together with others, 3 May 1901*", "The Mill", null, "Millers' League", "1901-05-03")]
    [InlineData("The Mill\n\nWhat the river told to all of us in the spring\n\nYoung Millers of the Valley\n\n3.5.1901", "The Mill", "What the river told to all of us in the spring", "Young Millers of the Valley", "1901-05-03")]
    [InlineData("The Mill\nBy Anna Berg\n1901", "The Mill", null, "Anna Berg", "1901")]
    [InlineData("*The Mill*\n\nPar Anna Berg, mai 1901", "The Mill", null, "Anna Berg", "1901-05")]
    [InlineData("The Mill\n\nBy Anna Berg, Karl Stein and Eva Roth, 1901-05-03", "The Mill", null, "Anna Berg|Karl Stein|Eva Roth", "1901-05-03")]
    [InlineData("The Mill\n\nBy Anna Berg, Society of Millers, 3 May 1901", "The Mill", null, "Anna Berg", "1901-05-03")]
    public void Title_subtitle_byline_and_date_are_read_from_the_first_blocks(string top, string title, string? subtitle, string authors, string? date)
    {
        var reading = Raw.Reading($"\n\n{top}\n\n{Raw.Prose}\n\n{Raw.Prose}\n");

        Assert.Equal((title, subtitle, authors, date), (reading.Title, reading.Subtitle, string.Join('|', reading.Authors), reading.Date));
        Assert.Equal([Raw.Prose, Raw.Prose], reading.Blocks.Texts());
    }

    [Fact]
    public void Without_a_byline_the_second_line_is_the_first_heading()
    {
        var reading = Raw.Reading($"The Mill\n\nThe beginning\n\n{Raw.Prose}\n");

        Assert.Equal(("The Mill", null, "The beginning"), (reading.Title, reading.Subtitle, reading.Blocks[0].Markdown));
    }

    [Fact]
    public void A_date_in_the_first_paragraph_is_not_the_date_of_the_text()
    {
        Assert.Null(Raw.Reading($"The Mill\n\nNobody had seen such a flood as the one that came down the valley on 3 May 1901\n\n{Raw.Prose}\n").Date);
    }

    [Fact]
    public void Fields_over_a_text_are_metadata_and_may_follow_the_author_s_name()
    {
        var reading = Raw.Reading($"Rosa Example\n\nThe Question of the Mill\n\nWritten: 12 May 1912\nSource: https://archive.example/mill\nPublic Domain: Copy it freely.\n\n{Raw.Prose}\n");

        Assert.Equal(("The Question of the Mill", "Rosa Example", "1912-05-12"), (reading.Title, Assert.Single(reading.Authors), reading.Date));
        Assert.Equal(("https://archive.example/mill", "Copy it freely."), (reading.SourceAddress, reading.Rights));
        Assert.Equal(Raw.Prose, Assert.Single(reading.Blocks).Markdown);
    }

    [Theory]
    [InlineData("en", "The wheel of the mill was old and it turned with the water that came from the hills.")]
    [InlineData("de", "Das Rad der Mühle war alt, und es drehte sich mit dem Wasser, das von den Hügeln kam und nicht versiegte.")]
    [InlineData("fr", "La roue du moulin est vieille, elle tourne avec les eaux qui descendent dans la vallée, et ce sont des eaux froides pour tous.")]
    public void The_language_is_told_by_its_small_words(string tag, string text)
    {
        Assert.Equal(tag, Raw.Reading($"A. B.\n\n{text} {text}\n").Language);
    }
}
