using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Hands;

/// <summary>Everything by a finger: no test of this class uses the mouse, and keys only write words.</summary>
public sealed class TouchWalkTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task A_member_answers_reacts_keeps_and_asks_on_a_phone()
    {
        await World.CommentAsync(Circle, Circle.Ben, "Under the thumb.", "b2", 0, 8, Stop);
        var ana = await SignedInAsync(Circle.Ana, PhoneTests.Phone);
        await ana.OpenReadingAsync(Circle);

        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Paragraph 2: highlighted by 1 member, 1 comment" }).TapAsync();
        await ana.Card("Under the thumb.").TapAsync(new() { Position = new() { X = 6, Y = 6 } });
        var post = ana.Post("Under the thumb.");
        await post.GetByRole(AriaRole.Button, new() { Name = "Helpful" }).TapAsync();
        await Assertions.Expect(post.GetByRole(AriaRole.Button, new() { Name = "Helpful" })).ToHaveAttributeAsync("aria-pressed", "true");
        await post.GetByRole(AriaRole.Button, new() { Name = "Bookmark" }).TapAsync();
        await Assertions.Expect(post.GetByRole(AriaRole.Button, new() { Name = "Bookmark" })).ToHaveAttributeAsync("aria-pressed", "true");
        var answer = ana.Page.Locator(".card.on .card-thread > study-composer");
        await answer.Words().TapAsync();
        await ana.Page.Keyboard.TypeAsync("Both of them.");
        await answer.Post().TapAsync();
        await Assertions.Expect(ana.Post("Both of them.")).ToBeVisibleAsync();
        await ana.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close" }).Nth(1).TapAsync();

        await ana.Page.GetByText("Nobody remembers who asked for the book.").TapAsync();
        var verbs = ana.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected text" });
        await verbs.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).TapAsync();
        await ana.Composer().Words().TapAsync();
        await ana.Page.Keyboard.TypeAsync("Which book?");
        await ana.Composer().Post().TapAsync();
        await Assertions.Expect(ana.Composer()).ToHaveCountAsync(0);
        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Paragraph 2: highlighted by 2 members, 3 comments" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task All_comments_and_their_filter_are_a_tap_away_on_a_phone_and_on_a_tablet()
    {
        await World.CommentAsync(Circle, Circle.Ben, "From Ben.", "b2", 0, 8, Stop);
        await World.CommentAsync(Circle, Circle.Ana, "From Ana.", "b8", 0, 8, Stop);
        foreach (var (width, height) in new[] { (390, 844), (820, 1180) })
        {
            var ana = await SignedInAsync(Circle.Ana, new() { ViewportSize = new() { Width = width, Height = height }, HasTouch = true, IsMobile = true });
            await ana.OpenReadingAsync(Circle);

            await ana.Page.GetByRole(AriaRole.Button, new() { Name = "All comments" }).TapAsync();

            var sheet = ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "All comments" });
            await Assertions.Expect(sheet.GetByText("From Ben.")).ToBeVisibleAsync();
            await Assertions.Expect(sheet.GetByText("From Ana.")).ToBeVisibleAsync();
            await sheet.GetByLabel("Show").SelectOptionAsync("Mine");
            await Assertions.Expect(sheet.GetByText("From Ben.")).ToBeHiddenAsync();
            await Assertions.Expect(sheet.GetByText("From Ana.")).ToBeVisibleAsync();
            await sheet.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.TapAsync();
            await Assertions.Expect(ana.Page.GetByText("From Ana.")).ToBeHiddenAsync();
        }
    }
}
