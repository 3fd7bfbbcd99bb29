using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

/// <summary>What is new since the last visit, in every tab of one reader.</summary>
public sealed class NewTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task What_was_on_the_screen_for_a_while_is_new_in_no_tab_and_the_line_stays()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        await World.ReplyAsync(first, Circle.Moderator, "And a keeper needs a lamp.", Stop);
        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenReadingAsync(Circle);
        await Assertions.Expect(ben.Page.Locator(".card.new")).ToHaveCountAsync(1);
        // A card that does not show all of its thread is not read by being looked at.
        await Task.Delay(3_000, Stop);
        await Assertions.Expect(ben.Page.Locator(".card.new")).ToHaveCountAsync(1);

        var tab = await ben.Context.NewPageAsync();
        await tab.GotoAsync($"{Circle.GroupPath}/threads/{first.ThreadId}");
        await Assertions.Expect(tab.Locator(".newline")).ToHaveTextAsync("2 new");
        await Assertions.Expect(tab.Locator(".post.new")).ToHaveCountAsync(2);
        await tab.Locator(".panel[data-live]").WaitForAsync();

        await Assertions.Expect(tab.Locator(".post.new")).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Locator(".newline")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Page.Locator(".card.new")).ToHaveCountAsync(0);
        await World.ReplyAsync(first, Circle.Ana, "Keepers are cheap.", Stop);
        await Assertions.Expect(ben.Page.Locator(".card.new")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_card_that_shows_all_there_is_has_been_read_by_being_looked_at()
    {
        await World.CommentAsync(Circle, Circle.Ana, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenReadingAsync(Circle);

        await Assertions.Expect(ben.Page.Locator(".card.new")).ToHaveCountAsync(1);
        await Assertions.Expect(ben.Page.Locator(".card.new")).ToHaveCountAsync(0);

        await ben.OpenReadingAsync(Circle);
        await Task.Delay(500, Stop);
        await Assertions.Expect(ben.Page.Locator(".card.new")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_keys_walk_what_is_new_and_the_line_tells_of_the_last_visit()
    {
        var first = await World.CommentAsync(Circle, Circle.Ben, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenThreadAsync(Circle, first.ThreadId);
        await ben.Page.WaitForResponseAsync(answer => answer.Url.EndsWith("/seen", StringComparison.Ordinal) && answer.Ok);
        await ben.Page.GotoAsync(Circle.GroupPath);
        foreach (var words in new[] { "One.", "Two.", "Three." })
            await World.ReplyAsync(first, Circle.Ana, words, Stop);

        await ben.OpenThreadAsync(Circle, first.ThreadId);
        await Assertions.Expect(ben.Page.Locator(".newline")).ToContainTextAsync("3 new since your visit on");
        foreach (var (key, words) in new[] { ("n", "One."), ("n", "Two."), ("p", "One."), ("p", "Three.") })
        {
            await ben.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(ben.Post(words)).ToBeFocusedAsync();
        }
    }
}
