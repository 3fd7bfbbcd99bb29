using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

/// <summary>An issue whose articles are told by its contents and by the notes of the article before them.</summary>
public sealed class IssueTests
{
    private const string Issue = """
        THE HARBOUR REVIEW

        Quarterly of the League of Pilots

        No. 7

        Spring 1912

        CONTENTS

        The Tides and the Law . . . . . . . . 3
        A Lamp in the Fog . . . . . . . . . . 9
        What the Buoys Remember  .  .  .  .  14

        Published by the League of Pilots, Harrowmere

        The Tides and the Law

        The law of the harbour is older than the harbour, and whoever has read the rolls knows that the tide is mentioned in them before the ship is.¹ A captain who waits for the water does not wait for the law, but the two have the habit of arriving together, as the wardens found out when they tried to fine a boat that was aground.²

        It was not the last time that they tried it.

        Notes

        1 Rolls of the harbour, leaf 3.

        2 Minutes of the wardens, 4 May 1801.

        A Lamp in the Fog

        By Anna Berg

        Nobody who has stood on the mole in October will say that a lamp is of any use in the fog. It shows the fog. That is all it does, and it is the reason why the pilots wanted the bell instead, and why they did not get it.¹

        Notes

        1 Petition of the pilots, 1851.

        A Short Word on Ropes

        A rope that has been spliced three times is a new rope, and nobody can say on which day it became one. The pilots have argued about this since there are ropes, and the only thing on which they agree is that the question is not for the dockside lawyers.¹

        Notes

        1 The argument is recorded in the pilots' songbook, page 12.

        What the Buoys Remember

        Every buoy in the channel carries a number, and for every number there is a story that is told in the pilots' room when the weather is bad. I have written down nine of them. The others are told only to those who were there, which makes it hard to write them down and easy to remember them.

        """;

    [Fact]
    public void Short_titles_in_the_contents_are_articles_too()
    {
        var document = Raw.Document($"THE HARBOUR REVIEW\n\nNo. 7\n\nSpring 1912\n\nCONTENTS\n\nThe Weir . . . . 3\nRain . . . . 9\n\nThe Weir\n\nBy Anna Berg, 3 May 1912\n\n{Raw.Prose}\n\n{Raw.Prose}\n\nRain\n\n{Raw.Prose}\n");

        Assert.Equal(["The Weir", "Rain"], document.Readings.Select(reading => reading.Title));
        Assert.Equal(("7", 2), (document.Issue?.Number, document.Issue?.Contents.Count));
    }

    [Fact]
    public void The_record_of_the_issue_is_read_from_its_front()
    {
        var issue = Raw.Document(Issue).Issue;

        Assert.Equal(("THE HARBOUR REVIEW", "7", "1912", "League of Pilots"), (issue?.Title, issue?.Number, issue?.Date, issue?.Publisher));
        Assert.Equal([new ContentsEntry("The Tides and the Law", 3), new ContentsEntry("A Lamp in the Fog", 9), new ContentsEntry("What the Buoys Remember", 14)], issue?.Contents);
    }

    [Fact]
    public void An_article_that_the_contents_forget_is_a_reading_too()
    {
        var readings = Raw.Document(Issue).Readings;

        Assert.Equal(["The Tides and the Law", "A Lamp in the Fog", "A Short Word on Ropes", "What the Buoys Remember"], readings.Select(reading => reading.Title));
        Assert.Equal(["", "Anna Berg", "", ""], readings.Select(reading => string.Join('|', reading.Authors)));
    }

    [Fact]
    public void The_notes_of_each_article_are_counted_from_one()
    {
        var readings = Raw.Document(Issue).Readings;

        Assert.Equal(["1|2", "1", "1", ""], readings.Select(reading => string.Join('|', reading.Footnotes.Select(note => note.Label))));
        Assert.Contains("does not wait for the law", readings[0].Blocks[0].Markdown, StringComparison.Ordinal);
        Assert.Contains("ship is.[^1]", readings[0].Blocks[0].Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_the_issue_is_lost()
    {
        Assert.Empty(LostWords.In(Issue, Raw.Document(Issue)));
    }

    [Fact]
    public void A_book_with_contents_is_one_reading_with_chapters()
    {
        var reading = Raw.Reading($"The Mill\n\nContents\n\nThe wheel . . . 3\nThe flood . . . 12\n\nThe wheel\n\n{Raw.Prose}\n\nThe flood\n\n{Raw.Prose}\n");

        Assert.Equal(["The wheel", "The flood"], reading.Blocks.Where(block => block.Level > 0).Texts());
    }
}
