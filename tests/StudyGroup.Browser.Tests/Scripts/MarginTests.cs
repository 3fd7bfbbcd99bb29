using Microsoft.Playwright;
using Xunit;

namespace StudyGroup.Browser.Tests.Scripts;

public sealed class MarginTests(Chromium chromium) : ScriptTest(chromium)
{
    private const string Boxes = """
        () => [...document.querySelectorAll('.card, .card-more')].filter((card) => getComputedStyle(card).visibility === 'visible').map((card) => {
          const box = card.getBoundingClientRect();
          return [box.top, box.bottom];
        }).sort((a, b) => a[0] - b[0]).flat()
        """;

    [Fact]
    public async Task Cards_never_lie_on_each_other()
    {
        var cards = string.Concat(Enumerable.Range(1, 30).Select(number => Harness.Card(number, $"b-{6 + (number * number % 9)}", number % 20, 30, number == 11 ? "on" : "")));
        await OpenAsync(Harness.Page(more: 12, cards: cards));
        await SettleAsync();

        var edges = await Page.EvaluateAsync<double[]>(Boxes);

        for (var index = 2; index < edges.Length; index += 2)
            Assert.True(edges[index] >= edges[index - 1] + 7.5, $"A card at {edges[index]} begins before the one above ends at {edges[index - 1]}.");
    }

    [Fact]
    public async Task The_open_card_stands_beside_its_words_with_a_line_to_them()
    {
        var cards = string.Concat(Enumerable.Range(1, 9).Select(number => Harness.Card(number, "b-9", number, 60, number == 6 ? "on" : "")));
        await OpenAsync(Harness.Page(more: 12, cards: cards));
        await SettleAsync();

        var distance = await Page.EvaluateAsync<double>("""
            async () => {
              const { rangeFromPassage } = await import('/js/passage.js');
              const words = rangeFromPassage(document.querySelector('[data-article]'), { start: { block: 'b-9', offset: 6 }, end: { block: 'b-9', offset: 60 } });
              return document.querySelector('.card.on').getBoundingClientRect().top - words.getClientRects()[0].top;
            }
            """);

        Assert.InRange(distance, -9, -7);
        Assert.Equal(1, await Page.Locator("svg.lead path").CountAsync());
    }

    [Fact]
    public async Task A_crowd_on_one_paragraph_folds_into_a_button_that_unfolds_it()
    {
        var cards = string.Concat(Enumerable.Range(1, 16).Select(number => Harness.Card(number, "b-9", number, 60)));
        await OpenAsync(Harness.Page(more: 12, cards: cards));
        await SettleAsync();
        var folded = await Page.Locator(".card[data-fit=folded]").CountAsync();

        await Page.Locator(".card-more").ClickAsync();
        await SettleAsync();

        Assert.True(folded > 0);
        Assert.Equal(0, await Page.Locator(".card[data-fit=folded]").CountAsync());
    }

    [Fact]
    public async Task What_the_reader_looks_at_stays_when_a_card_arrives_above()
    {
        var cards = string.Concat(Enumerable.Range(1, 6).Select(number => Harness.Card(number, $"b-{15 + number}", 0, 30)));
        await OpenAsync(Harness.Page(more: 30, cards: cards));
        await SettleAsync();
        await Page.EvaluateAsync("document.querySelector('#b-16').scrollIntoView({ block: 'start' })");
        await SettleAsync();
        var before = await TopAsync("[data-annotation=a-1]");
        var text = await TopAsync("#b-18");

        await Page.EvaluateAsync("(html) => document.querySelector('.cards').insertAdjacentHTML('afterbegin', html)", Harness.Card(90, "b-15", 60, 90) + Harness.Card(91, "b-15", 70, 90));
        await SettleAsync();

        Assert.Equal(before, await TopAsync("[data-annotation=a-1]"), 1.0);
        Assert.Equal(text, await TopAsync("#b-18"), 0.5);
    }

    [Fact]
    public async Task A_card_that_grows_makes_room()
    {
        await OpenAsync(Harness.Page(more: 6, cards: Harness.Card(1, "b-7", 0, 20) + Harness.Card(2, "b-7", 30, 40)));
        await SettleAsync();

        await Page.EvaluateAsync("document.querySelector('[data-annotation=a-1]').insertAdjacentHTML('beforeend', '<p style=\"height:90px\">more</p>')");
        await SettleAsync();

        Assert.True(await TopAsync("[data-annotation=a-2]") - await TopAsync("[data-annotation=a-1]") > 150);
    }

    [Fact]
    public async Task A_comment_on_a_selection_opens_the_composer_beside_it_and_closes_when_posted()
    {
        await OpenAsync(Harness.Page(more: 6));

        await Page.EvaluateAsync("""
            async () => document.querySelector('[data-article]').dispatchEvent(new CustomEvent('passage:ask', { bubbles: true, cancelable: true,
              detail: { passage: { start: { block: 'b-7', offset: 3 }, end: { block: 'b-7', offset: 9 } }, quote: 'the 7t' } }))
            """);
        var text = Page.GetByRole(AriaRole.Textbox, new() { Name = "Comment", Exact = true });
        await Assertions.Expect(text).ToBeFocusedAsync();
        await text.FillAsync("Why seven?");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await Assertions.Expect(text).ToHaveCountAsync(0);

        var target = Site.RequestsTo("POST", "/discussion/comments")[0].Body?["target"];
        Assert.Equal(("question", Harness.Edition, 3), (target?["kind"]?.GetValue<string>(), target?["passage"]?["editionId"]?.GetValue<string>(), target?["passage"]?["start"]?["offset"]?.GetValue<int>()));
    }

    private async Task SettleAsync() =>
        await Page.EvaluateAsync("async () => { await document.fonts.ready; await new Promise((resolve) => setTimeout(resolve, 500)); }");

    private async Task<double> TopAsync(string selector) =>
        await Page.Locator(selector).EvaluateAsync<double>("element => element.getBoundingClientRect().top");
}
