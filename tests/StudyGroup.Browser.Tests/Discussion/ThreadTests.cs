using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

public sealed class ThreadTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task A_reply_in_the_margin_reaches_the_open_card_and_the_page_of_the_thread()
    {
        var (ana, ben, moderator, _) = await ThreeAsync();
        await ana.OpenCardAsync("A lamp needs a keeper.");
        await ben.OpenCardAsync("A lamp needs a keeper.");

        await ben.Post("A lamp needs a keeper.").DoAsync("Reply");
        await ben.Page.Locator(".post study-composer").WriteAsync("And a keeper needs a lamp.");

        await Assertions.Expect(ana.Post("And a keeper needs a lamp.")).ToBeVisibleAsync();
        await Assertions.Expect(moderator.Post("And a keeper needs a lamp.")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Post("And a keeper needs a lamp.")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Page.Locator(".post study-composer")).ToHaveCountAsync(0);
        await Assertions.Expect(moderator.Announced()).ToHaveTextAsync($"New comment by {Circle.Ben.Name}");
    }

    [Fact]
    public async Task A_reply_on_the_page_of_the_thread_reaches_the_margin()
    {
        var (ana, ben, moderator, _) = await ThreeAsync();
        await ana.OpenCardAsync("A lamp needs a keeper.");

        await moderator.Page.Locator("study-composer.end").WriteAsync("Keepers are cheap.");

        await Assertions.Expect(ana.Post("Keepers are cheap.")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Card("A lamp needs a keeper.").GetByText("1 reply")).ToBeVisibleAsync();
        await Assertions.Expect(moderator.Post("Keepers are cheap.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_edit_is_seen_by_everybody_who_looks()
    {
        var (ana, ben, moderator, _) = await ThreeAsync();
        await ben.OpenCardAsync("A lamp needs a keeper.");
        await ana.OpenCardAsync("A lamp needs a keeper.");

        await ana.Post("A lamp needs a keeper.").DoAsync("Edit");
        var composer = ana.Page.Locator(".post study-composer");
        await Assertions.Expect(composer.Words()).ToHaveValueAsync("A lamp needs a keeper.");
        await composer.WriteAsync("A lamp needs *two* keepers.");

        await Assertions.Expect(ben.Post("A lamp needs two keepers.")).ToBeVisibleAsync();
        await Assertions.Expect(moderator.Post("A lamp needs two keepers.")).ToBeVisibleAsync();
        // A slip that is put right at once is not told.
        await Assertions.Expect(moderator.Page.GetByText("edited")).ToHaveCountAsync(0);
        await Assertions.Expect(ana.Post("A lamp needs two keepers.")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Page.Locator(".post study-composer")).ToHaveCountAsync(0);
        await Assertions.Expect(ben.Page.GetByText("A lamp needs a keeper.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_deleted_leaves_a_line_and_no_words()
    {
        var (ana, ben, moderator, first) = await ThreeAsync();
        await World.ReplyAsync(first, Circle.Ben, "This answer stays.", Stop);
        await ben.OpenCardAsync("A lamp needs a keeper.");
        await Assertions.Expect(ben.Post("This answer stays.")).ToBeVisibleAsync();
        await ana.OpenCardAsync("A lamp needs a keeper.");

        await ana.Page.Locator($"#c-{first.Id}").DoAsync("Delete");
        await ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Delete this comment?" }).GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();

        foreach (var reader in new[] { ana, ben, moderator })
        {
            await Assertions.Expect(reader.Page.Locator($"#c-{first.Id}")).ToContainTextAsync("This comment was deleted by its author.");
            await Assertions.Expect(reader.Page.GetByText("A lamp needs a keeper.")).ToHaveCountAsync(0);
            await Assertions.Expect(reader.Post("This answer stays.")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Group_talk_begins_on_the_page_of_the_group_with_a_title_that_was_typed_before_its_scripts_came()
    {
        var ana = await SignedInAsync(Circle.Ana);
        var typed = new TaskCompletionSource();
        await ana.Page.RouteAsync("**/js/boot*.js", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await ana.Page.GotoAsync(Circle.GroupPath, new() { WaitUntil = WaitUntilState.Commit });
        await ana.Page.GetByText("Start a thread", new() { Exact = true }).ClickAsync();
        await ana.Page.GetByLabel("Title").FillAsync("Where we meet");
        typed.SetResult();

        await ana.Page.Locator("study-composer").WriteAsync("On the pier, as always.");

        await ana.Page.WaitForURLAsync("**/threads/*");
        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Heading, new() { Name = "Where we meet" })).ToBeVisibleAsync();
        await Assertions.Expect(ana.Post("On the pier, as always.")).ToBeVisibleAsync();
    }

    /// <summary>Ana and Ben at the text, the moderator at the thread that Ana began.</summary>
    private async Task<(Reader Ana, Reader Ben, Reader Moderator, PostedComment First)> ThreeAsync()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        var ana = await SignedInAsync(Circle.Ana);
        var ben = await SignedInAsync(Circle.Ben);
        var moderator = await SignedInAsync(Circle.Moderator);
        await ana.OpenReadingAsync(Circle);
        await ben.OpenReadingAsync(Circle);
        await moderator.OpenThreadAsync(Circle, first.ThreadId);
        return (ana, ben, moderator, first);
    }
}
