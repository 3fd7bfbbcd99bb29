using System.Collections.Frozen;
using StudyGroup.Readings;
using StudyGroup.Readings.Rendering;
using Xunit;

namespace StudyGroup.Tests.Readings.Rendering;

/// <summary>Offsets of passages hold only if the stored text and the text of the page are the same, character by character.</summary>
public sealed class PlainTextTests
{
    private const int Rounds = 3_000;

    private static readonly FrozenSet<string> Labels = FrozenSet.Create("1", "2");

    public static TheoryData<BlockKind> Kinds => [.. Enum.GetValues<BlockKind>()];

    [Fact]
    public void The_text_of_inline_Markdown_is_the_text_of_its_element()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var markdown = RandomMarkdown.Of(seed);
            var rendered = InlineText.Render(markdown, Labels);

            Assert.Equal(Page.TextOf(new Page("<p>" + rendered.Html + "</p>").One("p")), rendered.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_plain_text_of_a_block_is_the_text_of_its_element_in_the_edition(BlockKind kind)
    {
        for (var seed = 0; seed < Rounds / 3; seed++)
        {
            var block = Sample.Block(kind, RandomMarkdown.Of(seed), key: "k1", label: seed % 2 == 0 ? "4" : null);
            var page = new Page(EditionRenderer.Render(Sample.Text([block], [Sample.Note("1"), Sample.Note("2")])).Html);

            Assert.Equal(BlockText.PlainOf(kind, block.Markdown), Page.TextOf(page.One("#k1")));
            page.AssertStable();
        }
    }

    [Fact]
    public void What_no_author_wrote_is_shown_as_it_stands()
    {
        var markdown = string.Concat(Enumerable.Repeat("[a](", 50_000));

        var rendered = InlineText.Render(markdown, Labels);

        Assert.Equal(markdown, rendered.Text);
    }
}
