using StudyGroup.Readings;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

/// <summary>Whoever asks and whoever answers is named before the words; such a line heads nothing.</summary>
public sealed class InterviewTests
{
    private const string Answer = "We looked at the beams, and they were older than the village itself, so there must have been another mill.";

    [Theory]
    [InlineData("Q: Who built the mill?", "A: " + Answer)]
    [InlineData("**Q:** Who built the mill?", "**A:** " + Answer)]
    [InlineData("Frage: Wer hat die Mühle gebaut?", "Antwort: " + Answer)]
    [InlineData("Interviewer: Who built the mill?", "Ada Brook: " + Answer)]
    [InlineData("THE EDITORS: Who built the mill?", "BROOK: " + Answer)]
    public void A_question_and_its_answer_are_paragraphs(string question, string answer)
    {
        var blocks = Raw.Blocks(Raw.Prose, question, answer);

        Assert.Equal([Raw.Prose, question, answer], blocks.Texts());
        Assert.All(blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }

    [Fact]
    public void A_long_interview_has_no_headings_and_each_turn_is_its_own_paragraph()
    {
        string[] turns = ["Q: Who built the mill?", "A: Nobody knows.", "Q: And who turned the wheel?", "A: " + Answer, "Q: Will it turn again", "A: " + Answer];

        Assert.Equal(turns, Raw.Blocks(turns).Texts());
        Assert.Equal(turns, Raw.Blocks(string.Join('\n', turns[..4]), turns[4], turns[5]).Texts());
        Assert.All(Raw.Blocks(turns), block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }

    [Fact]
    public void Questions_directly_under_the_title_and_byline_stay_in_the_text()
    {
        var reading = Raw.Reading($"The Mill Speaks\n\nBy Ada Brook, 3 May 2021\n\nQ: Who built the mill?\n\nA: {Answer}\n");

        Assert.Equal(("The Mill Speaks", null), (reading.Title, reading.Subtitle));
        Assert.Equal(["Q: Who built the mill?", "A: " + Answer], reading.Blocks.Texts());
    }

    [Fact]
    public void A_heading_with_a_colon_is_still_a_heading()
    {
        var blocks = Raw.Blocks(Raw.Prose, "The wheel: what turned it?", Raw.Prose, "The flood: a chronicle", Raw.Prose);

        Assert.Equal(2, blocks.Count(block => block.Kind == BlockKind.Heading));
    }
}
