using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Reading;

public sealed class TwoReadersTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task What_one_reader_marks_across_two_paragraphs_the_other_sees_and_hears_at_once()
    {
        var (ana, ben) = await BothAsync();

        await ana.SelectAsync("the hour in a book", "who asked for the book.");
        await ana.ChooseAsync("Comment");
        await ana.Composer().Words().FillAsync("Two sentences that need each other.");
        var seen = ben.SeenAtAsync("Two sentences that need each other.");
        var posted = DateTimeOffset.UtcNow;
        await ana.Composer().Post().ClickAsync();
        var took = await seen - posted;
        Say($"Seen after {took.TotalMilliseconds:F0} ms.");

        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await Assertions.Expect(ben.Card("Two sentences")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Announced()).ToHaveTextAsync($"New comment by {Circle.Ana.Name}, ¶ 1");
        Assert.Equal(
            ["the hour in a book, and whoever puts it out writes it again.", "Nobody remembers who asked for the book."],
            await ben.PaintedAsync("heat-1"));
        Assert.Equal(await ben.PaintedAsync("heat-1"), await ana.PaintedAsync("mine"));
    }

    [Fact]
    public async Task A_comment_needs_no_mouse()
    {
        var (ana, ben) = await BothAsync();

        await ana.Page.Keyboard.PressAsync("j");
        await ana.Page.Keyboard.PressAsync("j");
        await ana.Page.Keyboard.PressAsync("k");
        var paragraph = await ana.FocusedWordsAsync();
        await ana.Page.Keyboard.PressAsync("c");
        await Assertions.Expect(ana.Composer().Words()).ToBeFocusedAsync();
        await ana.Page.Keyboard.TypeAsync("Written without a mouse.");
        await ana.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(ben.Card("Written without a mouse.")).ToBeVisibleAsync();
        Assert.Contains("Nobody remembers", paragraph, StringComparison.Ordinal);
        Assert.Equal(paragraph, Assert.Single(await ben.PaintedAsync("heat-1")));
    }

    private async Task<(Reader Ana, Reader Ben)> BothAsync()
    {
        var ana = await SignedInAsync(Circle.Ana);
        var ben = await SignedInAsync(Circle.Ben);
        await ana.OpenReadingAsync(Circle);
        await ben.OpenReadingAsync(Circle);
        return (ana, ben);
    }
}
