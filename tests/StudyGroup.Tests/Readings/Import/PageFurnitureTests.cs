using StudyGroup.Readings.Import;
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
    public void Heads_with_roman_numbers_are_told_by_two_sheets_and_the_cut_words_joined()
    {
        var reading = Raw.Reading("""
            The Water Commons

            Rivers were once held in common by those who lived beside them, and the use of the water was de-

            xii  A Word to the Reader

            cided by those who drew it. That was true in the north as much as in the south, and the ac-

            What the River Gave  xiii

            counts of the millers show how little was written down, because everybody knew the rules.

            """);

        Assert.StartsWith("Rivers were once held in common by those who lived beside them, and the use of the water was decided by those who drew it.", Assert.Single(reading.Blocks).Markdown, StringComparison.Ordinal);
        Assert.Contains("and the accounts of the millers", reading.Blocks[0].Markdown, StringComparison.Ordinal);
        Assert.All(reading.Repairs.Where(repair => repair.Rule == RepairRules.Furniture), repair => Assert.Equal(Sureness.Silent, repair.Sureness));
        Assert.Equal(["xii  A Word to the Reader", "What the River Gave  xiii"], reading.SetAside.Select(aside => aside.Text));
    }

    [Theory]
    [InlineData("xii  A Word to the Reader")]
    [InlineData("A Word to the Reader  xii")]
    [InlineData("xii")]
    [InlineData("- xii -")]
    [InlineData("XII | A Word to the Reader")]
    [InlineData("12  A Word to the Reader")]
    [InlineData("12\n\nA Word to the Reader")]
    public void A_single_numbered_head_in_mid_sentence_is_set_aside_and_shown(string head)
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}\n\nNobody had asked the miller, who was by then a very old man, what he re-\n\n{head}\n\nmembered of the year in which the wheel was set.\n");

        Assert.Equal([Raw.Prose, "Nobody had asked the miller, who was by then a very old man, what he remembered of the year in which the wheel was set."], reading.Blocks.Texts());
        Assert.Contains(reading.Repairs, repair => repair.Rule is RepairRules.Furniture or RepairRules.Box && repair.Sureness == Sureness.ForReview);
    }

    [Theory]
    [InlineData("xii  A Word to the Reader\nmembered of the year in which the wheel was set,\nand of all the years that came after it.")]
    [InlineData("\fxii  A Word to the Reader\nmembered of the year in which the wheel was set,\nand of all the years that came after it.")]
    public void A_head_without_a_blank_line_under_it_is_told_too(string second)
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}\n\nNobody had asked the miller, who was by then a very old man, what he re-\n\n{second}\n");

        Assert.EndsWith("what he remembered of the year in which the wheel was set, and of all the years that came after it.", reading.Blocks[1].Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_number_under_the_last_line_is_told_too()
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}\n\nNobody had asked the miller, who was by then a very old man\nand had a long beard, what he re-\nxii\n\nmembered of the year in which the wheel was set.\n");

        Assert.EndsWith("and had a long beard, what he remembered of the year in which the wheel was set.", reading.Blocks[1].Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_numbered_sheet_that_ends_with_its_sentence_is_known_by_the_sheets_beside_it()
    {
        const string Cut = "Nobody had asked the miller, who was by then a very old man, what he re-\n\n{0}\n\nmembered of the year in which the wheel was set.";
        string[] parts = [Cut.Replace("{0}", "xii  The Mill"), "The Mill  xiii", Raw.Prose, Cut.Replace("{0}", "xiv  The Mill")];

        var reading = Raw.Reading("The Title\n\n" + string.Join("\n\n", parts) + "\n");

        Assert.Equal((3, 3), (reading.Blocks.Count, reading.SetAside.Count));
    }

    [Theory]
    [InlineData("Xi Jinping of the mill")]
    [InlineData("I Remember the Mill")]
    [InlineData("The Mill of 1848")]
    public void A_line_between_complete_sentences_stays_whatever_number_it_carries(string line)
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}\n\n{line}\n\n{Raw.Prose}\n\n{Raw.Prose}\n");

        Assert.Empty(reading.SetAside);
        Assert.Contains(line, reading.Blocks.Texts());
    }

    [Fact]
    public void Title_matter_between_contents_and_a_cut_paragraph_is_no_page_head()
    {
        var document = Raw.Document($"CONTENTS\n\nThe Weir and the Book of Its Keeper . . . . 3\nThe Strap . . . . 9\n\nThe Weir\n\nBy Ilse Marwick, 3 May 1912\n\nThe keeper wrote the level of the water into a book that nobody ever\n\nread, and closed it with a strap.\n\n{Raw.Prose}\n");

        Assert.DoesNotContain(document.Readings.SelectMany(reading => reading.Repairs), repair => repair.Rule == RepairRules.Furniture);
        Assert.Contains(document.Readings.SelectMany(reading => reading.Blocks), block => block.Markdown.EndsWith("nobody ever read, and closed it with a strap.", StringComparison.Ordinal));
    }

    [Fact]
    public void Counted_things_in_a_row_are_no_page_numbers()
    {
        var reading = Raw.Reading($"The Title\n\n{Raw.Prose}\n\nWhat the miller left to his three children when he died was\n\n3 Wheels\n\n12 Sacks\n\nand nothing else that could be carried away.\n");

        Assert.DoesNotContain(reading.Repairs, repair => repair.Rule == RepairRules.Furniture);
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
