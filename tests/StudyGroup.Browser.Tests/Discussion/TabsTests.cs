using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

/// <summary>One member has the same things open twice.</summary>
public sealed class TabsTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task What_was_begun_in_one_tab_is_in_the_other_and_what_was_sent_is_in_none()
    {
        var (ana, other, first) = await TwoAsync();
        var here = End(ana.Page);
        var there = End(other);

        await here.Words().PressSequentiallyAsync("Written once.");
        await Assertions.Expect(there.Words()).ToHaveValueAsync("Written once.");
        await here.Post().ClickAsync();

        await Assertions.Expect(here.Words()).ToHaveValueAsync("");
        await Assertions.Expect(there.Words()).ToHaveValueAsync("");
        await Assertions.Expect(there.Post()).ToBeDisabledAsync();
        // The old tab, looked at again, brings nothing back either.
        await other.EvaluateAsync("() => { window.dispatchEvent(new Event('focus')); }");
        await ana.Page.ReloadAsync();
        await ana.Page.Locator(".panel[data-live]").WaitForAsync();
        await Assertions.Expect(here.Words()).ToHaveValueAsync("");
        await using var db = await World.ReadAsync(Stop);
        Assert.Equal(1, await db.Comments().CountAsync(comment => comment.ThreadId == first.ThreadId && comment.Markdown == "Written once.", Stop));
        Assert.False(await db.Drafts().AnyAsync(draft => draft.AccountId == Circle.Ana.Id && draft.Markdown != "", Stop));
    }

    [Fact]
    public async Task A_tab_that_slept_finds_its_text_sent_from_another_device()
    {
        var (ana, _, first) = await TwoAsync();
        var device = await SignedInAsync(Circle.Ana);
        await End(ana.Page).Words().PressSequentiallyAsync("From the train.");
        await Assertions.Expect(End(ana.Page).GetByText("Draft saved")).ToBeVisibleAsync();
        await device.OpenThreadAsync(Circle, first.ThreadId);
        await Assertions.Expect(End(device.Page).Words()).ToHaveValueAsync("From the train.");
        await End(device.Page).Post().ClickAsync();
        await Assertions.Expect(device.Post("From the train.")).ToHaveCountAsync(1);

        await ana.Page.EvaluateAsync("() => { window.dispatchEvent(new Event('focus')); }");

        await Assertions.Expect(End(ana.Page).Words()).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_bells_agree_and_what_was_read_in_one_tab_is_read_in_the_other()
    {
        var (ana, other, first) = await TwoAsync();
        await other.GotoAsync("/library");
        await ana.Page.GotoAsync("/");

        await World.ReplyAsync(first, Circle.Ben, "For you.", Stop);
        await Assertions.Expect(Bell(ana.Page)).ToHaveTextAsync("1");
        await Assertions.Expect(Bell(other)).ToHaveTextAsync("1");
        await ana.Page.GotoAsync("/notifications");
        await ana.Page.Locator(".fitem a.open").ClickAsync();
        await Assertions.Expect(Bell(ana.Page)).ToHaveCountAsync(0);

        await Assertions.Expect(Bell(other)).ToHaveCountAsync(0);
    }

    private static ILocator End(IPage page) => page.Locator("study-composer.end");

    private static ILocator Bell(IPage page) => page.Locator("a.bell .count");

    private async Task<(Reader Ana, IPage Other, PostedComment First)> TwoAsync()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenThreadAsync(Circle, first.ThreadId);
        var other = await ana.Context.NewPageAsync();
        await other.GotoAsync(Circle.ThreadPath(first.ThreadId));
        await other.Locator(".panel[data-live]").WaitForAsync();
        return (ana, other, first);
    }
}
