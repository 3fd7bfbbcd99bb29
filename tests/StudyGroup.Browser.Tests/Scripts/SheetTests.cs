using Microsoft.Playwright;
using Xunit;

namespace StudyGroup.Browser.Tests.Scripts;

public sealed class SheetTests(Chromium chromium) : ScriptTest(chromium)
{
    protected override BrowserNewContextOptions Options => new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true };

    [Fact]
    public async Task A_chip_opens_a_sheet_with_the_cards_of_its_paragraph_alone()
    {
        await OpenAsync(Harness.Page(more: 6, cards: Harness.Card(1, "b-3", 0, 9) + Harness.Card(2, "b-7", 0, 9) + Harness.Card(3, "b-3", 4, 12)));
        await ShowMarksAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Paragraph 2: highlighted by 1 member, 3 comments" }).TapAsync();

        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog, new() { Name = "Paragraph 2" })).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("[data-annotation=a-1]")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("[data-annotation=a-3]")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("[data-annotation=a-2]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Escape_closes_the_sheet_and_goes_back_to_the_chip()
    {
        await OpenAsync(Harness.Page(more: 6, cards: Harness.Card(1, "b-3", 0, 9)));
        await ShowMarksAsync();
        var chip = Page.Locator("#b-3 .pc");

        await chip.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Assertions.Expect(chip).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_tapped_paragraph_offers_the_docked_toolbar_and_its_composer_rises_as_a_sheet()
    {
        await OpenAsync(Harness.Page(more: 6));

        await Page.Locator("#b-3").TapAsync(new() { Position = new() { X = 60, Y = 12 } });
        var bar = Page.GetByRole(AriaRole.Toolbar);
        await Assertions.Expect(bar).ToBeVisibleAsync();
        await bar.GetByRole(AriaRole.Button, new() { Name = "Comment" }).TapAsync();

        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog, new() { Name = "Paragraph 2" })).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Textbox, new() { Name = "Comment", Exact = true })).ToBeFocusedAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).TapAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_page_does_not_overflow_sideways()
    {
        await OpenAsync(Harness.Page(more: 6, cards: Harness.Card(1, "b-3", 0, 9)));
        await ShowMarksAsync();

        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private async Task ShowMarksAsync() => await Page.EvaluateAsync("""
        async () => {
          const reading = await import('/js/reading.js');
          reading.show(document.querySelector('.rgrid'), [{ id: 'a-1', start: 'b-3:0', end: 'b-3:9', kind: 'comment', mine: false, member: 'ana', comments: 3 }]);
        }
        """);
}
