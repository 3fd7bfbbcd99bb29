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
}
