using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class BoxTests
{
    private const string Start = "The strike of the bakers has entered its fourth week, and the masters have not yet understood whom they are";
    private const string Rest = "dealing with. They believe that hunger will do what their arguments could not do.";

    private static readonly string[] Box =
    [
        "Books of the House",
        "The Bread of Others",
        "This book tells the story of the bakers of the city over two centuries, and it does so with the help of many pictures that were never printed be-",
        "fore. Order your copy now at the office of the union.",
        "Published by the Bakers' Union",
    ];

    [Fact]
    public void A_box_in_mid_sentence_is_set_aside_whole_with_its_own_breaks()
    {
        var reading = Raw.Reading(string.Join("\n\n", ["The Title", Start, .. Box, Rest, Raw.Prose, "Books of the House", "The Miller's Year", "80 pages, A5 format", Raw.Prose]));

        Assert.Equal([Start + " " + Rest, Raw.Prose, Raw.Prose], reading.Blocks.Texts());
        Assert.Equal(2, reading.SetAside.Count);
        Assert.Equal(2, reading.Repairs.Count(repair => repair is { Rule: RepairRules.Box, Sureness: Sureness.ForReview }));
    }

    [Theory]
    [InlineData("A history of the bakers of the city over two centuries with many pictures that were never printed before and a long foreword by the secretary of the union and an index of all names")]
    [InlineData("80 pages, A5 format")]
    public void A_box_whose_label_comes_once_is_told_by_the_sentence_it_interrupts(string line)
    {
        var reading = Raw.Reading(string.Join("\n\n", ["The Title", Start, "Books of the House", line, Rest, Raw.Prose]));

        Assert.Equal([Start + " " + Rest, Raw.Prose], reading.Blocks.Texts());
        Assert.Contains(line, Assert.Single(reading.SetAside).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_caption_between_two_halves_of_a_sentence_is_set_aside()
    {
        Assert.Equal([Start + " " + Rest, Raw.Prose], Raw.Blocks(Start, "The bakers at the gate, photographed by a neighbour", Rest, Raw.Prose).Texts());
    }

    [Fact]
    public void Names_of_speakers_are_no_labels_however_often_they_interrupt()
    {
        string[] talk = ["Anna", "I thought that you would come before the water rises and the road is closed to all.", "Karl", "You never asked me, and I cannot read your thoughts from the other bank."];
        string[] heated = ["Anna", "I thought that you would come before the water rises and the road is closed to all", "Karl", "but you never asked me, and I cannot read your thoughts from the other bank."];

        Assert.Empty(Raw.Reading(string.Join("\n\n", ["The Title", .. talk, .. talk, .. talk, .. heated, .. talk, .. talk])).SetAside);
    }

    [Theory]
    [InlineData("First published in The Millstone, May 1901", "The Millstone")]
    [InlineData("This article was originally published in *The Millstone*.", "The Millstone")]
    [InlineData("Visit The Millstone at www.themillstone.example", "The Millstone")]
    [InlineData("To write to the Association of Mill Owners visit: https://www.amo.example", "Association of Mill Owners")]
    [InlineData("Contact us: mail@mill-owners.example", null)]
    public void A_tail_names_the_publication(string line, string? publication)
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}\n\n{line}\n");

        Assert.Equal((publication, Raw.Prose), (reading.Publication, Assert.Single(reading.Blocks).Markdown));
    }

    [Fact]
    public void A_tail_behind_notes_is_no_note()
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}¹\n\nNotes\n\n1 https://mill.example/chronicle\n\nTo contact The Millstone visit:\n\nwww.themillstone.example\n");

        Assert.Equal(("The Millstone", "<https://mill.example/chronicle>"), (reading.Publication, Assert.Single(reading.Footnotes).Markdown));
    }

    [Fact]
    public void A_box_never_swallows_the_next_thesis()
    {
        var reading = Raw.Reading(string.Join("\n\n", ["The Title", "1. " + Start + ":", "Books of the House", "A line", "2. " + Raw.Prose, "3. " + Raw.Prose, "Books of the House", "The Wheel", "20 pages, A4 format", "4. " + Raw.Prose]));

        Assert.Equal(["1", "2", "3", "4"], reading.Blocks.Where(block => block.Label is not null).Select(block => block.Label));
    }

    [Fact]
    public void A_refrain_is_no_label()
    {
        var reading = Raw.Reading(string.Join("\n\n", ["The Title", Raw.Prose, "Turn again, old wheel", Raw.Prose, "Turn again, old wheel", Raw.Prose]));

        Assert.Empty(reading.SetAside);
    }

    [Fact]
    public void A_long_call_with_an_address_is_the_author_s_last_word()
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}\n\nWhoever has read this far may also like to read the long report on the mill that the same author has published at https://www.mill.example/report in the last year.\n");

        Assert.Empty(reading.SetAside);
    }

    [Fact]
    public void An_acronym_is_spelled_as_the_address_spells_it()
    {
        var reading = Raw.Reading($"The Title\n\nThe NFBBW and the NFBw met. {Raw.Prose}\n\nVisit nfbw.org\n");

        Assert.StartsWith("The NFBW and the NFBW met.", Assert.Single(reading.Blocks).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void So_it_is_where_a_tail_names_the_publication()
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}\n\nTo contact the NFBw and the Society of Millers visit:\n\nnfbw.org/contact\n");

        Assert.Equal("NFBW", reading.Publication);
    }
}
