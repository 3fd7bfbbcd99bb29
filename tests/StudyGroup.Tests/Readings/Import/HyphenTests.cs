using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class HyphenTests
{
    [Theory]
    [InlineData("They had to inte-", "grate the mill.", "They had to integrate the mill.", Sureness.ForReview)]
    [InlineData("To integrate is hard. They had to inte-", "grate the mill.", "To integrate is hard. They had to integrate the mill.", Sureness.Silent)]
    [InlineData("A semi-colonial town. It was semi-", "colonial.", "A semi-colonial town. It was semi-colonial.", Sureness.Silent)]
    [InlineData("The water is deep. Water is well. The old water-", "mill is a mill like any mill.", "The water is deep. Water is well. The old water-mill is a mill like any mill.", Sureness.ForReview)]
    public void A_hyphen_at_a_break_stays_only_where_it_belongs_to_the_word(string first, string second, string joined, Sureness sureness)
    {
        var reading = Raw.Reading($"The Title\n\n{first}\n\n{second}\n");

        Assert.Equal(joined, Assert.Single(reading.Blocks).Markdown);
        Assert.Equal(sureness, Assert.Single(reading.Repairs, repair => repair.Rule == RepairRules.WordBreak).Sureness);
    }

    [Fact]
    public void The_same_holds_at_the_end_of_a_line()
    {
        Assert.Equal("It was known to everyone who drew wa-ter there, or to every-one else.".Replace("wa-ter", "water", StringComparison.Ordinal).Replace("every-one", "everyone", StringComparison.Ordinal), Assert.Single(Raw.Blocks("It was known to ev-\neryone who drew wa-\nter there, or to every-\none else.")).Markdown);
    }

    [Fact]
    public void A_hyphen_left_within_a_word_is_taken_out_where_the_text_writes_the_word_whole()
    {
        var reading = Raw.Reading("The Title\n\nThe interests of one are the interests of all, and those in-terests are old.\n");

        Assert.Equal("The interests of one are the interests of all, and those interests are old.", Assert.Single(reading.Blocks).Markdown);
        Assert.Contains(reading.Repairs, repair => repair is { Rule: RepairRules.InnerHyphen, Sureness: Sureness.ForReview });
    }

    [Theory]
    [InlineData("A cease-fire and a cease-fire and again a cease-fire is what the paper calls a ceasefire.")]
    [InlineData("The anti-war paper was called antiwar by some and antiwar by others.")]
    [InlineData("See https://mill.example/the-in-terests-of-all for the interests and interests.")]
    public void Other_spellings_of_the_author_stay(string text)
    {
        Assert.Equal(text.Replace("https://mill.example/the-in-terests-of-all", "<https://mill.example/the-in-terests-of-all>", StringComparison.Ordinal), Assert.Single(Raw.Blocks(text)).Markdown);
    }
}
