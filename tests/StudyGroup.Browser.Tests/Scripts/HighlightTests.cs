using System.Text.Json;
using Xunit;

namespace StudyGroup.Browser.Tests.Scripts;

public sealed class HighlightTests(Chromium chromium) : ScriptTest(chromium)
{
    private const string Modules = """
        const h = await import('/js/highlights.js');
        const article = document.querySelector('[data-article]');
        let count = 0;
        const mark = (block, from, to, member, more = {}) => ({ id: `m${++count}`, start: `${block}:${from}`, end: `${block}:${to}`, kind: 'highlight', mine: member === 'me', member, ...more });
        const words = (name) => [...(CSS.highlights.get(name) ?? [])].map(String);
        """;

    [Fact]
    public async Task Each_name_holds_the_words_of_its_members()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            h.paint(article, [
              mark('b-3', 0, 17, 'me'),
              mark('b-3', 19, 42, 'ana'),
              mark('b-5', 0, 14, 'ana'), mark('b-5', 0, 14, 'ben'),
              ...['ana', 'ben', 'wei', 'sam'].map((member) => mark('b-5', 15, 22, member)),
              mark('b-2', 0, 4, 'ben', { kind: 'question' }),
            ]);
            return { mine: words('mine'), one: words('heat-1'), two: words('heat-2'), four: words('heat-3'), question: words('question') };
            """);

        Assert.Equal(["He kept two books"], WordsOf(result, "mine"));
        Assert.Equal(["One was for the company", "What"], WordsOf(result, "one").Order());
        Assert.Equal(["Whoever counts"], WordsOf(result, "two"));
        Assert.Equal(["decides"], WordsOf(result, "four"));
        Assert.Equal(["What"], WordsOf(result, "question"));
    }

    [Fact]
    public async Task Marks_that_overlap_are_cut_where_their_members_change()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            h.paint(article, [mark('b-3', 0, 17, 'me'), mark('b-3', 8, 26, 'ana'), mark('b-3', 12, 30, 'ben')], 'm1');
            return { mine: words('mine'), one: words('heat-1'), two: words('heat-2'), active: words('active') };
            """);

        Assert.Equal(["He kept two books"], WordsOf(result, "mine"));
        Assert.Equal(["two ", " for"], WordsOf(result, "one"));
        Assert.Equal(["books. One was"], WordsOf(result, "two"));
        Assert.Equal(["He kept two books"], WordsOf(result, "active"));
    }

    [Fact]
    public async Task A_mark_over_blocks_and_notes_paints_only_words_of_the_text()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            h.paint(article, [{ id: 'm', start: 'b-1:34', end: 'b-3:2', kind: 'comment', mine: true, member: 'me' }]);
            return { mine: words('mine') };
            """);

        Assert.Equal(["nobody who had paid.", " It came back at seven, empty but for the mail.", "What the mate wrote down", "He"], WordsOf(result, "mine"));
    }

    [Fact]
    public async Task Painting_again_takes_the_old_marks_away()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            h.paint(article, [mark('b-3', 0, 17, 'me')]);
            h.paint(article, []);
            return { mine: words('mine') };
            """);

        Assert.Empty(WordsOf(result, "mine"));
    }

    [Fact]
    public async Task New_marks_are_tinted_for_a_moment_only()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            h.paint(article, [mark('b-3', 0, 17, 'ana')]);
            h.arrive(article, ['m1']);
            const first = words('arrive');
            await new Promise((resolve) => setTimeout(resolve, 2600));
            return { first, later: words('arrive') };
            """);

        Assert.Equal(["He kept two books"], WordsOf(result, "first"));
        Assert.Empty(WordsOf(result, "later"));
    }

    [Fact]
    public async Task The_mark_under_the_pointer_is_the_shortest_there()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            h.paint(article, [mark('b-3', 0, 60, 'me'), mark('b-3', 3, 7, 'ana')]);
            const { rangeFromPassage } = await import('/js/passage.js');
            const at = (from, to) => {
              const box = rangeFromPassage(article, { start: { block: 'b-3', offset: from }, end: { block: 'b-3', offset: to } }).getBoundingClientRect();
              return h.markAt(article, box.left + box.width / 2, box.top + box.height / 2)?.id ?? 'none';
            };
            return { words: [at(3, 7), at(8, 11), at(62, 65)] };
            """);

        Assert.Equal(["m2", "m1", "none"], WordsOf(result, "words"));
    }

    [Fact]
    public async Task My_fill_is_yellow_and_the_line_of_the_others_stays_under_it()
    {
        await OpenAsync();

        var result = await EvaluateAsync("""
            h.paint(article, [mark('b-3', 0, 17, 'me'), mark('b-3', 0, 17, 'ana')]);
            const style = (name) => getComputedStyle(document.querySelector('#b-3'), `::highlight(${name})`);
            return { words: [style('mine').backgroundColor, style('heat-1').textDecorationLine, String(CSS.highlights.get('mine').priority > CSS.highlights.get('heat-1').priority)] };
            """);

        Assert.Equal(["rgb(255, 237, 176)", "underline", "true"], WordsOf(result, "words"));
    }

    [Fact]
    public async Task Without_the_highlight_API_the_chips_carry_the_marks()
    {
        await Page.AddInitScriptAsync("delete globalThis.Highlight;");
        await OpenAsync();

        await Page.EvaluateAsync("""
            async () => {
              const reading = await import('/js/reading.js');
              const mark = (id, member, comments) => ({ id, start: 'b-3:0', end: 'b-3:5', kind: 'comment', mine: false, member, comments });
              reading.show(document.querySelector('.rgrid'), [mark('x', 'ana', 4), mark('y', 'ben', 2)]);
            }
            """);

        Assert.Equal("Paragraph 2: highlighted by 2 members, 6 comments", await Page.Locator("#b-3 .pc").GetAttributeAsync("aria-label"));
    }

    private async Task<JsonElement> EvaluateAsync(string body) => await Page.EvaluateAsync<JsonElement>($"async () => {{ {Modules} {body} }}");

    private static IReadOnlyList<string> WordsOf(JsonElement result, string name) =>
        [.. result.GetProperty(name).EnumerateArray().Select(word => word.GetString() ?? "")];
}
