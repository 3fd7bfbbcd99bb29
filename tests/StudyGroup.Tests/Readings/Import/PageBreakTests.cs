using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class PageBreakTests
{
    private const string Long = "The commissioners understood very well what they were doing when they wrote into the law, with a care that surprises us today, that no man would ever improve what is not his own and what was handed down by";

    [Theory]
    [InlineData("The water was divided with", "the land.", "The water was divided with the land.", RepairRules.SentenceBreak, Sureness.Silent)]
    [InlineData("It was called “common”", "and it was common.", "It was called “common” and it was common.", RepairRules.SentenceBreak, Sureness.Silent)]
    [InlineData(Long + " the", "House of the valley.", Long + " the House of the valley.", RepairRules.CapitalBreak, Sureness.ForReview)]
    [InlineData("Several of the oldest families of the valley, including the Bergs,", "Anna Stein and her sons left it.", "Several of the oldest families of the valley, including the Bergs, Anna Stein and her sons left it.", RepairRules.CapitalBreak, Sureness.ForReview)]
    [InlineData("The miller had heard it *in the garden*", "*of the inn* and was silent.", "The miller had heard it *in the garden of the inn* and was silent.", RepairRules.SentenceBreak, Sureness.Silent)]
    public void Halves_of_a_sentence_are_joined(string first, string second, string joined, string rule, Sureness sureness)
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}\n\n{first}\n\n{second}\n");

        Assert.Equal([Raw.Prose, joined], reading.Blocks.Texts());
        var repair = Assert.Single(reading.Repairs, repair => repair.Rule == rule);
        Assert.Equal((sureness, 7), (repair.Sureness, repair.Line));
    }

    [Theory]
    [InlineData("The mill was sold.", "the inn was not.")]
    [InlineData("These were the reasons;", "others were added later.")]
    [InlineData("Dear Friend,", "I have arrived after eleven days at sea.")]
    [InlineData("He looked at the wheel of the mill and said to nobody in particular —", "Nothing came of it.")]
    [InlineData("There are two things that nobody ever asked for and everybody in this village got:", "a) water and b) time.")]
    [InlineData("THE WORKS OF THE", "old miller")]
    public void What_is_complete_or_stands_alone_is_not_joined(string first, string second)
    {
        Assert.Equal([Raw.Prose, first, second], Raw.Blocks(Raw.Prose, first, second).Texts());
    }

    [Fact]
    public void A_sentence_that_introduces_a_quotation_is_complete()
    {
        var blocks = Raw.Blocks("In the words of the oldest miller that the valley has ever known,", "Whoever owns the bank will own the river before the year is over, mark my words.");

        Assert.Equal(2, blocks.Count);
    }

    [Fact]
    public void A_mark_that_slipped_to_the_next_paragraph_goes_back()
    {
        var reading = Raw.Reading("The Title\n\nThe mill was old.¹ The wheel was older.\n\n² And on the other bank there was a second one.³\n\nNotes\n\n1 Chronicle, page 4.\n\n2 Ibid., page 5.\n\n3 Ibid., page 6.\n");

        Assert.Equal("The mill was old.[^1] The wheel was older.[^2] And on the other bank there was a second one.[^3]", Assert.Single(reading.Blocks).Markdown);
        Assert.Contains(RepairRules.OrphanMark, reading.Rules());
    }

    [Theory]
    [InlineData("It is printed at <https://mill.example/reports/the-", "long-report> and nobody reads it.", "It is printed at <https://mill.example/reports/the-long-report> and nobody reads it.")]
    [InlineData("It is printed at <https://mill.example/compilation-of->", "[documents-on-water](https://mill.example/documents-on-water) for all.", "It is printed at <https://mill.example/compilation-of-documents-on-water> for all.")]
    [InlineData("It is printed at <https://mill.example/compilation-of->", "documents-on-water/ for all.", "It is printed at <https://mill.example/compilation-of-documents-on-water/> for all.")]
    [InlineData("It is printed at https://mill.example/compilation-of-", "documents-on-water.pdf and nowhere else.", "It is printed at <https://mill.example/compilation-of-documents-on-water.pdf> and nowhere else.")]
    public void An_address_that_a_break_has_cut_is_one_again(string first, string second, string joined)
    {
        var reading = Raw.Reading($"The Title\n\n{first}\n\n{second}\n");

        Assert.Equal(joined, Assert.Single(reading.Blocks).Markdown);
        Assert.Equal(Sureness.ForReview, Assert.Single(reading.Repairs, repair => repair.Rule == RepairRules.CutAddress).Sureness);
    }

    [Theory]
    [InlineData("It is printed at <https://mill.example/reports/>", "But nobody reads it.")]
    [InlineData("It is printed at https://mill.example/reports-", "Nobody reads it.")]
    public void An_address_that_is_whole_takes_nothing(string first, string second)
    {
        Assert.Equal(2, Raw.Blocks(first, second).Count);
    }

    [Fact]
    public void An_address_cut_at_the_end_of_a_line_keeps_its_hyphen()
    {
        Assert.Equal("It is at <https://mill.example/a-long-way/to-go.html> and open.", Assert.Single(Raw.Blocks("It is at https://mill.example/a-\nlong-way/to-go.html and open.")).Markdown);
    }

    [Fact]
    public void Emphasis_that_closes_within_a_cut_word_goes_on_to_the_end_of_the_quotation()
    {
        var blocks = Raw.Blocks("The law says: “*no man will improve the bor-*", "ders of what is not his.” It says no more. The borders stayed.");

        Assert.Equal("The law says: “*no man will improve the borders of what is not his.*” It says no more. The borders stayed.", Assert.Single(blocks).Markdown);
    }
}
