using Microsoft.Playwright;
using Xunit;

namespace StudyGroup.Browser.Tests.Scripts;

public sealed class SelectionTests(Chromium chromium) : ScriptTest(chromium)
{
    private const string Start = """
        import * as selection from '/js/selection.js';
        window.events = [];
        for (const verb of ['highlight', 'comment', 'ask']) addEventListener(`passage:${verb}`, ({ type, detail }) => window.events.push(`${type} ${detail.quote}`));
        selection.attach(document.querySelector('[data-article]'));
        """;

    protected override BrowserNewContextOptions Options => new() { ViewportSize = new() { Width = 1440, Height = 900 }, Permissions = ["clipboard-read", "clipboard-write"] };

    private ILocator Bar => Page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected text" });

    [Fact]
    public async Task The_toolbar_stands_above_the_words_that_the_mouse_selected()
    {
        await OpenAsync(Harness.Page(start: Start));

        await SelectByMouseAsync();

        await Assertions.Expect(Bar).ToBeVisibleAsync();
        Assert.Equal(["Highlight", "Comment", "Ask", "Link", "Cite"], await Bar.GetByRole(AriaRole.Button).AllInnerTextsAsync());
        var (bar, words) = (await Bar.BoundingBoxAsync(), await Page.Locator("#b-3").BoundingBoxAsync());
        Assert.True(bar?.Y + bar?.Height <= words?.Y + 2);
    }

    [Theory]
    [InlineData("Highlight", "passage:highlight")]
    [InlineData("Comment", "passage:comment")]
    [InlineData("Ask", "passage:ask")]
    public async Task Each_button_tells_the_passage_and_its_words(string button, string name)
    {
        await OpenAsync(Harness.Page(start: Start));

        await SelectByMouseAsync();
        await Bar.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        Assert.Equal([$"{name} two"], await Page.EvaluateAsync<string[]>("window.events"));
        await Assertions.Expect(Bar).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Letters_do_the_same_for_a_selection_and_without_one_for_the_paragraph()
    {
        await OpenAsync(Harness.Page(start: Start));

        await SelectByMouseAsync();
        await Page.Keyboard.PressAsync("h");
        await Page.Locator("#b-5").FocusAsync();
        await Page.Keyboard.PressAsync("c");

        Assert.Equal(["passage:highlight two", "passage:comment Whoever counts decides what is counted."], await Page.EvaluateAsync<string[]>("window.events"));
    }

    [Fact]
    public async Task Letters_are_off_where_the_reader_switched_them_off()
    {
        await OpenAsync(Harness.Page(start: Start).Replace("<html lang", "<html data-keys=\"off\" lang", StringComparison.Ordinal));

        await Page.Locator("#b-5").FocusAsync();
        await Page.Keyboard.PressAsync("c");

        Assert.Empty(await Page.EvaluateAsync<string[]>("window.events"));
    }

    [Fact]
    public async Task Escape_closes_the_toolbar()
    {
        await OpenAsync(Harness.Page(start: Start));

        await SelectByMouseAsync();
        await Assertions.Expect(Bar).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(Bar).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Paragraphs_are_one_tab_stop_that_j_and_k_move()
    {
        await OpenAsync(Harness.Page(start: Start));
        Assert.Equal(1, await Page.Locator("[data-block][tabindex='0']").CountAsync());

        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("k");

        await Assertions.Expect(Page.Locator("#b-2")).ToBeFocusedAsync();
        Assert.Equal(1, await Page.Locator("[data-block][tabindex='0']").CountAsync());
    }

    [Fact]
    public async Task Enter_on_a_paragraph_without_cards_offers_the_verbs_by_keyboard()
    {
        await OpenAsync(Harness.Page(start: Start));

        await Page.Locator("#b-3").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("ArrowRight");
        await Page.Keyboard.PressAsync("ArrowRight");
        await Page.Keyboard.PressAsync("Enter");

        Assert.Equal(["passage:ask He kept two books. One was for the company, the other for himself."], await Page.EvaluateAsync<string[]>("window.events"));
    }

    [Fact]
    public async Task Cite_copies_the_words_with_author_title_paragraph_and_address()
    {
        await OpenAsync(Harness.Page(start: Start));

        await SelectByMouseAsync();
        await Page.Keyboard.PressAsync("y");
        await Assertions.Expect(Page.GetByText("Quote copied.")).ToBeVisibleAsync();

        Assert.Equal($"“two” (Ines Varga, *Two books*, ¶ 2, {Site.Address}/#b-3)", await Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Who_may_only_read_can_still_link_and_cite()
    {
        await OpenAsync(Harness.Page(start: Start).Replace("<article data-article", "<article data-article data-may-write=\"no\"", StringComparison.Ordinal));

        await SelectByMouseAsync();
        await Assertions.Expect(Bar).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("c");

        Assert.Equal(["Link", "Cite"], await Bar.GetByRole(AriaRole.Button).AllInnerTextsAsync());
        Assert.Empty(await Page.EvaluateAsync<string[]>("window.events"));
    }

    /// <summary>Drags over the word "two" of the third block.</summary>
    private async Task SelectByMouseAsync()
    {
        await Page.EvaluateAsync("document.fonts.ready");
        var box = await Page.EvaluateAsync<float[]>("""
            async () => {
              const { rangeFromPassage } = await import('/js/passage.js');
              const box = rangeFromPassage(document.querySelector('[data-article]'), { start: { block: 'b-3', offset: 8 }, end: { block: 'b-3', offset: 11 } }).getBoundingClientRect();
              return [box.left + 1, box.right - 1, box.top + box.height / 2];
            }
            """);
        await Page.Mouse.MoveAsync(box[0], box[2]);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(box[1], box[2], new() { Steps = 4 });
        await Page.Mouse.UpAsync();
        await Page.WaitForTimeoutAsync(300);
    }
}
