using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

public sealed class MarkdownTests
{
    private const string Text = """
        ---
        title: "The Bread Book"
        subtitle: Flour & water
        authors: [Ann Lee, Tom Hall]
        date: 2019-05-01
        language: en-GB
        publication: Kitchen Review
        rights: CC BY 4.0
        source: https://bread.example/book
        ---

        # The Bread Book

        Some *introduction* with a note[^flour] and `code`
        over two lines.

        ## Method

        1. Take flour.
        2. Add water.
           - cold

        > Bread is simple.
        > It takes time.

        | Flour | Water |
        |-------|-------|
        | 500 g | 350 g |

        ```python
        def bake():

            return "bread"
        ```

        ---

        ![A loaf](loaf.png)

        The end

        [^flour]: Wheat flour,
            type 550.
        """;

    [Fact]
    public void The_head_of_the_file_is_metadata()
    {
        var reading = Raw.Reading(Text, "bread.md");

        Assert.Equal(("The Bread Book", "Flour & water", "Ann Lee|Tom Hall"), (reading.Title, reading.Subtitle, string.Join('|', reading.Authors)));
        Assert.Equal(("2019-05-01", "en-GB", "Kitchen Review", "CC BY 4.0", "https://bread.example/book"), (reading.Date, reading.Language, reading.Publication, reading.Rights, reading.SourceAddress));
        Assert.StartsWith("---\ntitle:", Assert.Single(reading.SetAside).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_are_what_their_mark_up_says()
    {
        var blocks = Raw.Reading(Text, "bread.md").Blocks;

        Assert.Equal(
            [
                new(BlockKind.Paragraph, "Some *introduction* with a note[^flour] and `code` over two lines."),
                new(BlockKind.Heading, "Method", Level: 2),
                new(BlockKind.ListItem, "Take flour.", "1", 1),
                new(BlockKind.ListItem, "Add water.", "2", 1),
                new(BlockKind.ListItem, "cold", null, 2),
                new(BlockKind.Quote, "Bread is simple. It takes time."),
                new(BlockKind.Table, "| Flour | Water |\n|-------|-------|\n| 500 g | 350 g |"),
                new(BlockKind.Code, "def bake():\n\n    return \"bread\""),
                new(BlockKind.Rule, ""),
                new(BlockKind.Figure, "![A loaf](loaf.png)"),
                new BlockDraft(BlockKind.Paragraph, "The end"),
            ],
            blocks.Select(block => block with { Line = 0 }));
        Assert.Equal(new FootnoteDraft("flour", "Wheat flour, type 550."), Assert.Single(Raw.Reading(Text, "bread.md").Footnotes));
    }

    [Fact]
    public void Without_a_head_the_first_heading_is_the_title()
    {
        var reading = Raw.Reading("The Wheel\n=========\n\nBy Anna Berg, 3 May 1901\n\nIt turns.\n\nParts\n-----\n\nMany.\n", "wheel.markdown");

        Assert.Equal(("The Wheel", "Anna Berg", "1901-05-03"), (reading.Title, Assert.Single(reading.Authors), reading.Date));
        Assert.Equal([BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph], reading.Blocks.Kinds());
    }

    [Fact]
    public void A_line_that_says_so_breaks_and_code_may_be_indented()
    {
        var blocks = Raw.Reading("# The Wheel\n\nIt turns,  \nand turns.\n\n    wheel.turn();\n\nAnd turns.\n", "wheel.md").Blocks;

        Assert.Equal([(BlockKind.Paragraph, "It turns,  \nand turns."), (BlockKind.Code, "wheel.turn();"), (BlockKind.Paragraph, "And turns.")], blocks.Select(block => (block.Kind, block.Markdown)));
    }

    [Fact]
    public void A_fence_that_nothing_closes_is_no_fence()
    {
        Assert.Equal([BlockKind.Paragraph, BlockKind.Paragraph], Raw.Reading("# The Wheel\n\n```\n\nIt turns.\n", "wheel.md").Blocks.Kinds());
    }

    [Fact]
    public void Long_numbered_paragraphs_are_theses_here_too()
    {
        var reading = Raw.Reading($"# The Wheel\n\n1. {Raw.Prose} {Raw.Prose}\n\n2. {Raw.Prose} {Raw.Prose}\n\n3. {Raw.Prose} {Raw.Prose}\n", "wheel.md");

        Assert.Equal(["1", "2", "3"], reading.Blocks.Where(block => block.Kind == BlockKind.Thesis).Select(block => block.Label));
    }
}
