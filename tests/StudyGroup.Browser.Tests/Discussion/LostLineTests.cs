using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

public sealed class LostLineTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task Five_seconds_without_a_line_cost_no_comment_and_no_text()
    {
        await using var line = new CuttableLine(App);
        var first = await World.CommentAsync(Circle, Circle.Ana, "Before the tunnel.", "b1", 0, 8, Stop);
        var ana = await SignedInAsync(Circle.Ana, new() { BaseURL = line.Address });
        ana.ForgiveLostLines();
        await ana.OpenReadingAsync(Circle);
        await ana.OpenCardAsync("Before the tunnel.");
        await ana.Page.EvaluateAsync("window.samePage = true");

        line.Cut();
        await World.ReplyAsync(first, Circle.Ben, "In the tunnel.", Stop);
        await World.CommentAsync(Circle, Circle.Ben, "Another place in the tunnel.", "b4", 0, 8, Stop);
        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Page.GetByText("Nobody remembers who asked for the book.")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Post("Before the tunnel.")).ToBeVisibleAsync();
        await Task.Delay(TimeSpan.FromSeconds(5), Stop);
        line.Mend();

        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(ana.Card("Another place in the tunnel.")).ToHaveCountAsync(1);
        await Assertions.Expect(ana.Post("In the tunnel.")).ToHaveCountAsync(1);
        await ana.PaintsAsync("heat-1", "One of t");
        await World.ReplyAsync(first, Circle.Ben, "After the tunnel.", Stop);
        await Assertions.Expect(ana.Post("After the tunnel.")).ToHaveCountAsync(1);
        Assert.True(await ana.Page.EvaluateAsync<bool>("window.samePage"));
    }

    [Fact]
    public async Task A_device_that_knows_it_is_offline_says_so_and_shows_each_missed_comment_once()
    {
        var ana = await SignedInAsync(Circle.Ana);
        ana.ForgiveLostLines();
        await ana.OpenReadingAsync(Circle);

        await ana.Context.SetOfflineAsync(true);
        await World.CommentAsync(Circle, Circle.Ben, "Said to an empty room.", "b4", 0, 8, Stop);
        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Page.GetByText("Nobody remembers who asked for the book.")).ToBeVisibleAsync();
        await Task.Delay(TimeSpan.FromSeconds(5), Stop);
        await ana.Context.SetOfflineAsync(false);

        await Assertions.Expect(ana.Page.Locator("#offbar")).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(ana.Card("Said to an empty room.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_whole_book_pasted_is_refused_with_a_sentence_and_breaks_nothing()
    {
        var ana = await SignedInAsync(Circle.Ana, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await ana.OpenReadingAsync(Circle);
        await ana.SelectAsync("The lamp", "the pier");
        await ana.ChooseAsync("Comment");
        await Assertions.Expect(ana.Composer().Words()).ToBeFocusedAsync();
        await ana.Page.EvaluateAsync("navigator.clipboard.writeText('a line of the longest book there is, and on. '.repeat(112_000))");

        await ana.Page.Keyboard.PressAsync("Control+v");

        await Assertions.Expect(ana.Composer().GetByText("Too long by 5,030,000 characters")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(ana.Composer().Post()).ToBeDisabledAsync();
        Assert.Equal(5_040_000, await ana.Composer().Words().EvaluateAsync<int>("text => text.value.length"));
        await World.CommentAsync(Circle, Circle.Ben, "Still here?", "b4", 0, 8, Stop);
        await Assertions.Expect(ana.Card("Still here?")).ToBeVisibleAsync();
        await ana.Composer().Words().FillAsync("Shorter.");
        await ana.Composer().Post().ClickAsync();
        await Assertions.Expect(ana.Card("Shorter.")).ToBeVisibleAsync();
    }
}
