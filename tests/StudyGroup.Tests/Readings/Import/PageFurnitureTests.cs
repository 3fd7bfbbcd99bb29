using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class PageFurnitureTests
{
    [Fact]
    public void Page_numbers_and_running_heads_are_set_aside_and_the_sentences_joined()
    {
        var reading = Raw.Reading("""
            The Water Commons

            Rivers were once held in common by those who lived beside them. This was

            1

            The Water Commons

            true in the north as much as in the south. The right to use it was tied to the

            2

            The Water Commons

            bank. In one generation the practice became a trespass, and nobody could say how it had

            3

            The Water Commons

            come about.

            """);

        Assert.Equal("The Water Commons", reading.Title);
        Assert.StartsWith("Rivers were once held in common by those who lived beside them. This was true in the north", Assert.Single(reading.Blocks).Markdown, StringComparison.Ordinal);
        Assert.Equal(6, reading.SetAside.Count);
    }

    [Fact]
    public void Numbers_over_complete_chapters_are_their_headings()
    {
        var reading = Raw.Reading($"The Title\n\n1\n\n{Raw.Prose}\n\n2\n\n{Raw.Prose}\n\n3\n\n{Raw.Prose}\n");

        Assert.Empty(reading.SetAside);
        Assert.Equal(6, reading.Blocks.Count);
    }

    [Fact]
    public void A_heading_that_comes_again_in_each_part_stays()
    {
        var part = $"What happened\n\n{Raw.Prose}\n\n";

        Assert.Empty(Raw.Reading("The Title\n\n" + part + part + part + part).SetAside);
    }

    [Fact]
    public void The_words_of_a_library_before_and_after_a_text_are_set_aside()
    {
        var reading = Raw.Reading($"Welcome to the library.\n\nTitle: The Mill\n       A Tale\n\nAuthor: Ada Brook\n\nLanguage: German\n\n*** START OF THE EBOOK THE MILL ***\n\nTHE MILL\n\n{Raw.Prose}\n\n*** END OF THE EBOOK THE MILL ***\n\nThank you.\n");

        Assert.Equal(("The Mill", "A Tale", "Ada Brook", "de"), (reading.Title, reading.Subtitle, Assert.Single(reading.Authors), reading.Language));
        Assert.Equal(Raw.Prose, Assert.Single(reading.Blocks).Markdown);
        Assert.Contains(reading.SetAside, draft => draft.Text.StartsWith("Welcome", StringComparison.Ordinal));
        Assert.Contains(reading.SetAside, draft => draft.Text.EndsWith("Thank you.", StringComparison.Ordinal));
    }

    [Fact]
    public void Printed_contents_end_where_their_first_entry_stands_again()
    {
        var reading = Raw.Reading($"The Mill\n\nCONTENTS\n\nThe wheel\nThe flood\n\nThe wheel\n\n{Raw.Prose}\n\nThe flood\n\n{Raw.Prose}\n");

        Assert.Equal("CONTENTS\n\nThe wheel\nThe flood\n", Assert.Single(reading.SetAside).Text + "\n");
        Assert.Equal(4, reading.Blocks.Count);
    }
}
