using StudyGroup.Readings;
using StudyGroup.Readings.Rendering;
using Xunit;

namespace StudyGroup.Tests.Readings.Rendering;

public sealed class EditionRendererTests
{
    [Theory]
    [MemberData(nameof(SpecCases.Of), "Readings/Rendering/Cases/edition.md", MemberType = typeof(SpecCases))]
    public void The_file_of_cases_says_what_comes_out(SpecCase spec)
    {
        var page = EditionRenderer.Render(WrittenEdition.Of(spec.Input));

        Assert.Equal(spec.Part("html"), page.Html);
    }

    [Fact]
    public void Every_block_is_one_element_under_its_key()
    {
        var blocks = Enum.GetValues<BlockKind>().Select((kind, position) => Sample.Block(kind, "words", "k" + position, position: position)).ToList();

        var page = new Page(EditionRenderer.Render(Sample.Text(blocks)).Html);

        Assert.Equal(blocks.Select(block => block.Key), page.Body.QuerySelectorAll("[data-block]").Select(element => element.Id ?? ""));
        Assert.All(blocks, block => Assert.Equal(block.Number is null ? 0 : 1, page.One("#" + block.Key).QuerySelectorAll("a.pn[data-aside]").Length));
        Assert.All(blocks, block => Assert.Equal(block.Number is null ? 0 : 1, page.Body.QuerySelectorAll($"span.chips[data-chips='{block.Key}']").Length));
    }

    [Fact]
    public void No_id_stands_twice_and_every_link_into_the_page_finds_its_place()
    {
        var text = WrittenEdition.Of("""
            heading h1: One[^1]
            paragraph p1 number=1: a[^1] b[^1-2] c[^2] d[^1] e[^†]
            table t1 number=2: |a[^1]|b|
            note 1: see[^2] and [above](#p1)
            note 2: second
            note 1-2: third
            note †: fourth
            """);

        var page = new Page(EditionRenderer.Render(text).Html);

        var ids = page.Body.QuerySelectorAll("[id]").Select(element => element.Id ?? "").ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.Body.QuerySelectorAll("a"), link => Assert.Contains((link.GetAttribute("href") ?? "")[1..], ids));
    }

    [Fact]
    public void A_reading_of_the_length_of_a_book_chapter_is_made_at_once()
    {
        var paragraph = string.Concat(Enumerable.Repeat("A *sentence* with a [link](https://example.org), a note[^1] and **weight**. ", 12));
        var blocks = Enumerable.Range(0, 400).Select(position => Sample.Block(BlockKind.Paragraph, paragraph, "k" + position, position: position)).ToList();
        var text = Sample.Text(blocks, [Sample.Note("1")]);

        Budget.AssertKept(TimeSpan.FromMilliseconds(250), () => EditionRenderer.Render(text));
    }
}
