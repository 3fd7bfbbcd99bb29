using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Reading;

/// <summary>Notes for oneself go to the group in one step, and come back.</summary>
public sealed class PublishTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task Notes_are_published_in_one_step_and_taken_back()
    {
        foreach (var (words, from) in new[] { ("First for myself.", 0), ("Then for all?", 10) })
        {
            var target = new CommentTarget(Circle.GroupId)
            {
                ReadingId = Circle.ReadingId,
                Passage = new(Circle.EditionId, new("b1", from), new("b1", from + 5)),
                IsPrivate = true,
            };
            await World.PostAsync(Circle.Ana, new PostComment(Guid.NewGuid(), words) { Target = target }, Stop);
        }

        var ana = await SignedInAsync(Circle.Ana);
        var ben = await SignedInAsync(Circle.Ben);
        await ana.OpenReadingAsync(Circle);
        await ben.OpenReadingAsync(Circle);
        await Assertions.Expect(ben.Page.Locator(".card[data-annotation]")).ToHaveCountAsync(0);

        await ana.Page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync("Mine");
        await ana.Page.Locator(".own-notes").GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        var dialog = ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Publish your 2 notes?" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        await Assertions.Expect(ana.Page.Locator(".own-notes")).ToContainTextAsync("2 notes are published.");
        await Assertions.Expect(ben.Card("First for myself.")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Card("Then for all?")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Page.Locator("a.bell .count")).ToHaveTextAsync("1");

        await ana.Page.Locator(".own-notes").GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Assertions.Expect(ana.Page.Locator(".own-notes")).ToContainTextAsync("only again");
        await Assertions.Expect(ben.Page.Locator(".card[data-annotation]")).ToHaveCountAsync(0);
        await Assertions.Expect(ben.Page.Locator("a.bell .count")).ToHaveCountAsync(0);
        await Assertions.Expect(ana.Page.Locator(".card[data-annotation]")).ToHaveCountAsync(2);
        await Assertions.Expect(ana.Card("First for myself.").GetByText("Only you")).ToBeVisibleAsync();
    }
}
