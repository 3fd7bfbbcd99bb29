using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class ArticleTests
{
    private const string Issue = $"""
        THE MILLSTONE

        Quarterly of the League of Millers

        www.millstone.example

        No. 14

        May 1901

        - The Wheel and the Water p.3
        - The Flood
        of the eleven days
        What the river took with it p.12

        The Millstone is printed in the valley.

        The Wheel and the Water

        By Anna Berg, League of Millers, 3 May 1901

        {Raw.Prose} (1)

        Notes

        1) Chronicle of the valley.

        Order The Millstone via mail@millstone.example

        The Flood of the eleven days

        What the river took with it

        Statement of the League of Millers (LM), 4 May 1901

        {Raw.Prose}

        """;

    [Fact]
    public void What_stands_before_the_first_article_is_the_record_of_the_issue()
    {
        var document = Raw.Document(Issue);

        Assert.Equal(("The Millstone", "14", "1901-05", "League of Millers"), (document.Issue?.Title, document.Issue?.Number, document.Issue?.Date, document.Issue?.Publisher));
        Assert.Equal([new ContentsEntry("The Wheel and the Water", 3), new ContentsEntry("The Flood of the eleven days", 12)], document.Issue?.Contents);
        Assert.All(document.Readings, reading => Assert.Equal("The Millstone No. 14", reading.Publication));
        Assert.Contains(document.Readings[0].SetAside, draft => draft.Text == "THE MILLSTONE");
    }

    [Fact]
    public void Bylines_without_dates_part_an_anthology()
    {
        var document = Raw.Document($"The Gate\n\nBy Ann Lee\n\n{Raw.Prose}\n\nThe Road\n\nBy Tom Hall\n\n{Raw.Prose}\n\nRain\n\nBy Eva Stone\n\n{Raw.Prose}\n");

        Assert.Equal(["The Gate", "The Road", "Rain"], document.Readings.Select(reading => reading.Title));
        Assert.Null(document.Issue);
    }

    [Fact]
    public void A_signature_with_a_date_begins_no_article()
    {
        var document = Raw.Document($"Letters from the Harbour\n\nHamburg, 3 May 1901\n\n{Raw.Prose}\n\nWith warm greetings,\nWilhelm Stein\n4 May 1901\n\n{Raw.Prose}\n\nYours,\nWilhelm Stein\n9 May 1901\n");

        Assert.Single(document.Readings);
    }

    [Fact]
    public void Notes_that_end_in_dates_begin_no_article()
    {
        var document = Raw.Document($"The Mill\n\nBy Anna Berg, 3 May 1901\n\n{Raw.Prose}¹ {Raw.Prose}²\n\nNotes\n\n1 Berg: The Flood\n\n2 By Karl Stein, 4 May 1901\n\n3 By Karl Stein, 5 May 1901\n");

        Assert.Equal(3, Assert.Single(document.Readings).Footnotes.Count);
    }

    [Fact]
    public void Month_and_year_alone_are_the_byline_of_an_advertised_book_and_no_article()
    {
        Assert.Single(Raw.Document($"The Mill\n\n{Raw.Prose}\n\nThe Flood\n\nBy Anna Berg, May 1901\n\n{Raw.Prose}\n").Readings);
    }
}
