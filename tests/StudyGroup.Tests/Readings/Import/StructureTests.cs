using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class StructureTests
{
    [Theory]
    [InlineData("The causes of the flood")]
    [InlineData("Is there another river?")]
    [InlineData("**The causes of the flood**")]
    [InlineData("The plan of the miller (and the inn)")]
    public void A_short_line_over_prose_is_a_heading(string line)
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}\n\n{line}\n\n{Raw.Prose}\n");

        Assert.Equal([BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph], reading.Blocks.Kinds());
        Assert.Equal((line.Trim('*'), 2), (reading.Blocks[1].Markdown, reading.Blocks[1].Level));
        Assert.Contains(reading.Repairs, repair => repair is { Rule: RepairRules.Heading, Sureness: Sureness.ForReview });
    }

    [Theory]
    [InlineData("It was a flood.")]
    [InlineData("Down with the flood!")]
    [InlineData("“The flood”")]
    [InlineData("See www.flood.example")]
    public void Other_short_lines_are_paragraphs(string line)
    {
        Assert.All(Raw.Blocks(Raw.Prose, line, Raw.Prose), block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }

    [Fact]
    public void The_last_line_is_no_heading()
    {
        Assert.Equal(BlockKind.Paragraph, Raw.Blocks(Raw.Prose, "Join us at the mill")[1].Kind);
    }

    [Fact]
    public void Parts_stand_over_chapters_and_a_number_takes_the_name_under_it()
    {
        var headings = Raw.Blocks(Raw.Prose, "PART ONE", "CHAPTER I.", "THE WHEEL", Raw.Prose, "CHAPTER II.", "THE FLOOD", Raw.Prose).Where(block => block.Kind == BlockKind.Heading);

        Assert.Equal([("PART ONE", 2), ("CHAPTER I. THE WHEEL", 3), ("CHAPTER II. THE FLOOD", 3)], headings.Select(heading => (heading.Markdown, heading.Level)));
    }

    [Fact]
    public void The_questions_of_an_interview_are_no_headings()
    {
        var blocks = Raw.Blocks(Raw.Prose, "How did it begin?", Raw.Prose, "And then?", Raw.Prose, "Would you do it again?", Raw.Prose);

        Assert.All(blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }

    [Fact]
    public void Short_numbered_lines_are_a_list_and_numbers_over_prose_are_headings()
    {
        Assert.All(Raw.Blocks(Raw.Prose, "1. Water\n2. Flour\n3. Salt").Skip(1), block => Assert.Equal((BlockKind.ListItem, 1), (block.Kind, block.Level)));
        Assert.Equal(["1. Water", "2. Flour"], Raw.Blocks("1. Water", Raw.Prose, "2. Flour", Raw.Prose).Where(block => block.Kind == BlockKind.Heading).Texts());
    }

    [Fact]
    public void Theses_count_on_through_headings_and_over_lists_of_their_own()
    {
        var blocks = Raw.Blocks("1. " + Raw.Prose + " It needs:", "1. Flour.", "2. Water.", "2. " + Raw.Prose, "On the night", "3. Nobody bakes alone.", "4. " + Raw.Prose, "a) The hour is paid.", "Nobody doubts it.", "b) The hour is counted.", "5. " + Raw.Prose);

        Assert.Equal(["1", "2", "3", "4", "5"], blocks.Where(block => block.Kind == BlockKind.Thesis).Select(block => block.Label));
        Assert.Equal([("1", 1), ("2", 1), ("a", 1), ("b", 1)], blocks.Where(block => block.Kind == BlockKind.ListItem).Select(block => (block.Label, block.Level)));
    }

    [Fact]
    public void Three_lists_one_after_another_are_none_of_them_within_another()
    {
        var blocks = Raw.Blocks("1. Flour\n2. Water", Raw.Prose, "1. Corn\n2. Salt", Raw.Prose, "1. Yeast\n2. Time");

        Assert.All(blocks.Where(block => block.Kind == BlockKind.ListItem), block => Assert.Equal(1, block.Level));
    }

    [Theory]
    [InlineData("I.", "II.", "III.", BlockKind.Thesis)]
    [InlineData("(i)", "(ii)", "(iii)", BlockKind.ListItem)]
    public void Roman_numbers_count_too(string one, string two, string three, BlockKind kind)
    {
        var long3 = string.Join(' ', Raw.Prose, Raw.Prose);
        var blocks = Raw.Blocks(Raw.Prose, $"{one} {long3}", $"{two} {long3}", $"{three} {long3}");

        Assert.Equal([BlockKind.Paragraph, kind, kind, kind], blocks.Kinds());
        Assert.Equal([null, one.Trim('(', ')', '.'), two.Trim('(', ')', '.'), three.Trim('(', ')', '.')], blocks.Select(block => block.Label));
    }

    [Fact]
    public void An_initial_is_no_number()
    {
        Assert.All(Raw.Blocks(Raw.Prose, "I. M. Berg was the first miller of the valley, and he was the last one too.", Raw.Prose), block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }

    [Theory]
    [InlineData("11. June was a dry month in which nobody could grind any corn at all.")]
    [InlineData("1917 was a year of which the people in the valley did not speak any more.")]
    public void A_number_without_a_first_one_before_it_is_a_word(string text)
    {
        var block = Raw.Blocks(Raw.Prose, text, Raw.Prose)[1];

        Assert.Equal((BlockKind.Paragraph, text, null), (block.Kind, block.Markdown, block.Label));
    }

    [Theory]
    [InlineData("This is what the miller wrote to his sons in the last of his letters:", "Do not sell the bank, whatever they offer you for it, and keep the wheel.")]
    [InlineData("In the words of the oldest miller that the valley has known,", "Whoever owns the bank will own the river before the year is over.")]
    [InlineData("The miller wrote it down, and everybody in the valley knew it by heart.", "“Whoever owns the bank will own the river before the year is over, and whoever owns the river will own the wheel, and whoever owns the wheel will own the bread and all who eat it.”")]
    public void A_block_quote_is_told_by_what_introduces_it_or_by_its_marks(string before, string quote)
    {
        var blocks = Raw.Blocks(before, quote, Raw.Prose);

        Assert.Equal([BlockKind.Paragraph, BlockKind.Quote, BlockKind.Paragraph], blocks.Kinds());
        Assert.Equal(quote, blocks[1].Markdown);
    }

    [Fact]
    public void A_quotation_whose_marks_open_again_goes_on_and_its_italics_are_typography()
    {
        var blocks = Raw.Blocks("The miller wrote to his sons:", "*Do not sell the bank, he says in* The Wheel *and elsewhere, whatever they offer for it.*", "And in the next letter he wrote:", "“Keep the wheel turning as long as there is water in the river and corn to grind.", "“Keep it turning.”");

        Assert.Equal([BlockKind.Paragraph, BlockKind.Quote, BlockKind.Paragraph, BlockKind.Quote, BlockKind.Quote], blocks.Kinds());
    }

    [Fact]
    public void Dialogue_is_not_quoted_matter()
    {
        var speech = "“" + string.Join(' ', Enumerable.Repeat("we must go down to the river and see", 5)) + ".”";

        Assert.All(Raw.Blocks(Raw.Prose, speech, speech, speech), block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }
}
