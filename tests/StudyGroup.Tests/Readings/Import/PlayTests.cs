using StudyGroup.Readings;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

/// <summary>Lines that the author ended stay lines.</summary>
public sealed class PlayTests
{
    private const string Play = """
        THE LOCK-KEEPER

        A Play in Two Acts

        PERSONS

        ANNA, a lock-keeper
        KARL, her brother
        A BARGEMAN

        ACT I

        SCENE I. A lock in the rain. Evening.

        Enter ANNA with a lantern.

        ANNA.
        The gate is shut, the water stands as high
        as any man has seen it in this place,
        and still the bargeman calls to be let in.

        KARL.
        Then let him call.

        ANNA.
                           He has been calling since
        the bell was rung at noon, and I can hear
        his children cough.

        BARGEMAN. [Without]
                            Ho there! Will no one come?

        KARL.
        They cough for money.

        ANNA.
        You would say so too of angels.

        SCENE II. The same. Night.

        ANNA and KARL asleep. Enter the BARGEMAN.

        BARGEMAN.
        So here they lie, and here the handle is,
        and here am I, who never turned a wheel
        that was not mine to turn.

        [He turns the wheel.]

        ACT II

        SCENE I. The morning.

        KARL.
        The barge is gone.

        ANNA.
                           And so is all the water.

        THE END

        """;

    [Fact]
    public void Speeches_keep_their_lines_and_the_names_before_them()
    {
        var speeches = Raw.Reading(Play).Blocks.Where(block => block.Kind == BlockKind.Verse).Texts().ToList();

        Assert.Contains("ANNA.\nThe gate is shut, the water stands as high\nas any man has seen it in this place,\nand still the bargeman calls to be let in.", speeches);
        Assert.Contains("KARL.\nThen let him call.", speeches);
        Assert.Contains("ANNA.\n                   And so is all the water.", speeches);
    }

    [Fact]
    public void Acts_stand_over_scenes_and_nobody_s_name_is_a_heading()
    {
        var headings = Raw.Reading(Play).Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => (block.Level, block.Markdown));

        Assert.Equal([(2, "A Play in Two Acts"), (2, "PERSONS"), (2, "ACT I"), (3, "SCENE I. A lock in the rain. Evening."), (3, "SCENE II. The same. Night."), (2, "ACT II"), (3, "SCENE I. The morning.")], headings);
    }

    [Fact]
    public void A_speech_without_a_stop_does_not_go_on_in_the_next_one()
    {
        const string Long = "ANNA: He has been calling since the bell was rung at noon, and I can hear his children cough";

        var blocks = Raw.Blocks("ANNA: The gate is shut.", "KARL: Let him call.", Long, "KARL: They cough for money.", "ANNA: And then?", "KARL: Then I would let them in, since it is the law.");

        Assert.Equal(6, blocks.Count);
        Assert.All(blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }

    [Fact]
    public void Verse_without_capitals_and_couplets_are_verse_on_a_page_of_verse()
    {
        var blocks = Raw.Blocks("the water comes\nand does not ask\nwhose wheel it turns", "the miller comes\nand does not ask\nwhose water", "Whose hand was on the gate that night\nI do not know, I did not see.", "The wheel was still, the moon was bright,\nAnd nobody was there but me.");

        Assert.All(blocks, block => Assert.Equal(BlockKind.Verse, block.Kind));
    }

    [Fact]
    public void An_address_beside_prose_keeps_its_lines()
    {
        const string Prose = "The letter was sent in the spring and it arrived in the autumn, because the\nroad was under water for the whole of the summer and the postman could not\nswim. It was addressed to a house that was not there any more:";

        Assert.Equal("Mr. Karl Stein  \n12 Mill Street  \nHarrowmere", Raw.Blocks(Prose, "Mr. Karl Stein\n12 Mill Street\nHarrowmere")[1].Markdown);
    }

    [Fact]
    public void Prose_that_fills_its_lines_is_joined()
    {
        const string Narrow = "The wheel of the mill was\nturning all night, and in\nthe morning nobody was\nthere to say whose corn\nit had ground so late.";

        Assert.Equal(Narrow.Replace('\n', ' '), Raw.Blocks(Narrow)[0].Markdown);
    }
}
