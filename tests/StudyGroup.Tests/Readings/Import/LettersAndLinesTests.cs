using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class LettersAndLinesTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_end_in_any_way(string end)
    {
        var reading = Raw.Reading(string.Join(end, "The Title", "", "One paragraph that", "goes over two lines.", "", "Another one.", ""));

        Assert.Equal(["One paragraph that goes over two lines.", "Another one."], reading.Blocks.Texts());
    }

    [Fact]
    public void What_looks_the_same_is_written_the_same()
    {
        Assert.Equal("The first office, an e\u0301tude\u0301 of hyphens.".Normalize(), Assert.Single(Raw.Blocks("The\u00a0\ufb01rst of\ufb01ce,\u200b an e\u0301tude\u0301 of hy\u00adphens.")).Markdown);
    }

    [Fact]
    public void Raised_figures_stay_raised()
    {
        Assert.Equal("A room of 12 m² is small.", Assert.Single(Raw.Blocks("A room of 12 m² is small.")).Markdown);
    }

    [Fact]
    public void Tags_and_entities_of_an_export_become_what_they_meant()
    {
        Assert.Equal("The *old* mill & its **wheel** turned.", Assert.Single(Raw.Blocks("The <i>old</i> mill &amp; its <b>wheel</b><br/>turned.")).Markdown);
    }

    [Fact]
    public void What_is_set_aside_is_kept_exactly()
    {
        var reading = Raw.Reading("The  Title \n\nBy\u00a0Anna Berg,  3 May 1901 \n\n" + Raw.Prose + "\n");

        var byline = Assert.Single(reading.SetAside);
        Assert.Equal((3, 3, "By\u00a0Anna Berg,  3 May 1901 "), (byline.FirstLine, byline.LastLine, byline.Text));
    }
}
