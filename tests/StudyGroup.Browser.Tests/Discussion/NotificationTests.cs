using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

public sealed class NotificationTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task Who_is_mentioned_sees_the_bell_count_and_is_led_to_the_place()
    {
        var ana = await SignedInAsync(Circle.Ana);
        var ben = await SignedInAsync(Circle.Ben);
        await ana.OpenReadingAsync(Circle);
        await ben.Page.GotoAsync("/library");
        await Assertions.Expect(Bell(ben)).ToHaveAccessibleNameAsync("Notifications");

        await ana.CommentAsync("Two keepers", "never met", $"Is that you, @{Circle.Ben.Name}?");

        await Assertions.Expect(Bell(ben).Locator(".count")).ToHaveTextAsync("1");
        await Bell(ben).ClickAsync();
        await Assertions.Expect(ben.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        var notice = ben.Page.Locator(".fitem a.open").Filter(new() { HasText = Circle.Ana.Name });
        await Assertions.Expect(notice).ToHaveCountAsync(1);
        await notice.ClickAsync();
        await ben.Page.WaitForURLAsync($"**{Circle.ReadingPath}?comment=*");
        await ben.UntilLiveAsync();
        var open = ben.Page.Locator(".margin .card.on");
        await Assertions.Expect(open).ToContainTextAsync($"Is that you, @{Circle.Ben.Name}?");
        await Assertions.Expect(open).ToBeInViewportAsync();
        await ben.PaintsAsync("active", "Two keepers who never met");
        await Assertions.Expect(Bell(ben).Locator(".count")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_answer_is_told_to_whom_it_answers_and_to_nobody_else()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "Who wrote the first line?", "b1", 0, 8, Stop);
        var ana = await SignedInAsync(Circle.Ana);
        var ben = await SignedInAsync(Circle.Ben);
        var moderator = await SignedInAsync(Circle.Moderator);
        await ana.Page.GotoAsync("/");
        await moderator.Page.GotoAsync("/");
        await ben.OpenThreadAsync(Circle, first.ThreadId);

        await ben.Post("Who wrote the first line?").DoAsync("Reply");
        await ben.Page.Locator(".post study-composer").WriteAsync("The second keeper.");

        await Assertions.Expect(Bell(ana).Locator(".count")).ToHaveTextAsync("1");
        await ana.Page.GotoAsync("/notifications");
        await Assertions.Expect(ana.Page.Locator(".fitem")).ToContainTextAsync("The second keeper.");
        await ReadByKeyAsync(ana);
        await Assertions.Expect(Bell(ben).Locator(".count")).ToHaveCountAsync(0);
        await moderator.Page.GotoAsync("/notifications");
        await Assertions.Expect(moderator.Page.Locator(".fitem")).ToHaveCountAsync(0);
    }

    private static async Task ReadByKeyAsync(Reader reader)
    {
        await Assertions.Expect(reader.Page.GetByText("1 unread", new() { Exact = true })).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("j");
        await reader.Page.Keyboard.PressAsync("e");
        await Assertions.Expect(reader.Page.Locator(".fitem.read a.open")).ToBeFocusedAsync();
        await Assertions.Expect(reader.Page.GetByText("You have read everything.")).ToBeVisibleAsync();
        await Assertions.Expect(Bell(reader).Locator(".count")).ToHaveCountAsync(0);
        await reader.Page.ReloadAsync();
        await Assertions.Expect(reader.Page.Locator(".fitem.read")).ToHaveCountAsync(1);
    }

    private static ILocator Bell(Reader reader) => reader.Page.Locator("a.bell");
}
