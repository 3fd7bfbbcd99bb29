using System.Text.Json;
using Xunit;

namespace StudyGroup.Browser.Tests.Scripts;

public sealed class PassageTests(Chromium chromium) : ScriptTest(chromium)
{
    private const string Modules = "const p = await import('/js/passage.js'); const article = document.querySelector('[data-article]');";

    [Fact]
    public async Task A_selection_over_several_blocks_comes_back_as_the_same_words()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            const range = document.createRange();
            range.setStart(document.querySelector('#b-1 em').firstChild, 2);
            range.setEnd(document.querySelector('#b-5').childNodes[2], 6);
            const passage = p.passageFromRange(article, range);
            const again = p.passageFromRange(article, p.rangeFromPassage(article, passage));
            return { passage, same: JSON.stringify(again) === JSON.stringify(passage), quote: p.quoteOf(article, passage) };
            """);

        Assert.Equal(("b-1", 36), PointOf(result, "start"));
        Assert.Equal(("b-5", 6), PointOf(result, "end"));
        Assert.True(result.GetProperty("same").GetBoolean());
        Assert.Equal(
            "body who had paid. It came back at seven, empty but for the mail.\nWhat the mate wrote down\nHe kept two books. One was for the company, the other for himself.\n\nWhoeve",
            result.GetProperty("quote").GetString());
    }

    [Fact]
    public async Task Words_of_asides_are_not_counted()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            const range = document.createRange();
            range.selectNodeContents(document.querySelector('#b-5'));
            const passage = p.passageFromRange(article, range);
            return { passage, quote: p.quoteOf(article, passage) };
            """);

        Assert.Equal(("b-5", 0), PointOf(result, "start"));
        Assert.Equal("Whoever counts decides what is counted.", result.GetProperty("quote").GetString());
    }

    [Fact]
    public async Task An_end_at_the_start_of_the_next_block_belongs_to_the_block_before()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            const range = document.createRange();
            range.setStart(document.querySelector('#b-3'), 0);
            range.setEnd(document.querySelector('#b-5'), 0);
            return { passage: p.passageFromRange(article, range) };
            """);

        Assert.Equal(("b-3", 0), PointOf(result, "start"));
        Assert.Equal(("b-3", 66), PointOf(result, "end"));
    }

    [Fact]
    public async Task A_selection_that_begins_outside_of_the_text_is_trimmed_to_it()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            const range = document.createRange();
            range.setStart(document.body, 0);
            range.setEnd(document.querySelector('#b-2').firstChild, 4);
            return { passage: p.passageFromRange(article, range) };
            """);

        Assert.Equal(("b-1", 0), PointOf(result, "start"));
        Assert.Equal(("b-2", 4), PointOf(result, "end"));
    }

    [Theory]
    [InlineData("range.selectNodeContents(document.querySelector('.mhead'));")]
    [InlineData("range.selectNodeContents(document.querySelector('#b-1 .fn'));")]
    [InlineData("range.setStart(document.querySelector('#b-3').childNodes[1], 5); range.collapse(true);")]
    [InlineData("range.selectNode(document.querySelector('#b-4'));")]
    public async Task A_selection_without_text_is_no_passage(string select)
    {
        await OpenAsync();

        var result = await EvaluateAsync($"const range = document.createRange(); {select} return {{ none: p.passageFromRange(article, range) === null }};");

        Assert.True(result.GetProperty("none").GetBoolean());
    }

    [Fact]
    public async Task Every_pair_of_offsets_survives_the_way_through_the_page()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            const block = document.querySelector('#b-1');
            const text = p.textOf(block);
            let wrong = 0;
            for (let from = 0; from < text.length; from++) {
              for (let to = from + 1; to <= text.length; to++) {
                const passage = { start: { block: 'b-1', offset: from }, end: { block: 'b-1', offset: to } };
                const range = p.rangeFromPassage(article, passage);
                const back = p.passageFromRange(article, range);
                if (JSON.stringify(back) !== JSON.stringify(passage) || p.quoteOf(article, passage) !== text.slice(from, to)) wrong++;
              }
            }
            return { wrong, length: text.length };
            """);

        Assert.Equal(0, result.GetProperty("wrong").GetInt32());
        Assert.Equal(101, result.GetProperty("length").GetInt32());
    }

    [Fact]
    public async Task A_passage_of_a_block_that_is_gone_has_no_range()
    {
        await OpenAsync();

        var result = await EvaluateAsync("return { none: p.rangeFromPassage(article, { start: { block: 'b-99', offset: 0 }, end: { block: 'b-99', offset: 4 } }) === null };");

        Assert.True(result.GetProperty("none").GetBoolean());
    }

    private async Task<JsonElement> EvaluateAsync(string body) => await Page.EvaluateAsync<JsonElement>($"async () => {{ {Modules} {body} }}");

    private static (string? Block, int Offset) PointOf(JsonElement result, string end)
    {
        var point = result.GetProperty("passage").GetProperty(end);
        return (point.GetProperty("block").GetString(), point.GetProperty("offset").GetInt32());
    }
}
