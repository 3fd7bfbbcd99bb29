using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Walls;

[Collection(nameof(Timed))]
public sealed class SuspensionTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Who_is_suspended_loses_the_open_page_within_two_seconds()
    {
        var ana = await SignedInAsync(Circle.Ana);
        ana.Forgive("status of 404");
        await ana.OpenReadingAsync(Circle);

        var suspended = await SuspendAnaAsync(() => NotHere(ana).WaitForAsync());
        Say($"Gone after {suspended.TotalMilliseconds:F0} ms.");

        Assert.InRange(suspended, TimeSpan.Zero, AtOnce);
        Assert.DoesNotContain(Circle.Canary, await ana.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_suspended_member_was_writing_is_kept_before_the_page_goes()
    {
        var ana = await SignedInAsync(Circle.Ana);
        ana.Forgive("status of 404");
        await ana.OpenReadingAsync(Circle);
        await ana.SelectAsync("The lamp", "the pier");
        await ana.ChooseAsync("Comment");

        await SuspendAnaAsync(
            before: () => ana.Composer().Words().PressSequentiallyAsync("A last word"),
            after: () => NotHere(ana).WaitForAsync());

        await using var db = await World.ReadAsync(Stop);
        Assert.Equal("A last word", await db.Drafts().Where(draft => draft.AccountId == Circle.Ana.Id).Select(draft => draft.Markdown).SingleAsync(Stop));
        Assert.False(await db.Comments().AnyAsync(comment => comment.AuthorId == Circle.Ana.Id, Stop));
    }

    [Fact]
    public async Task A_post_that_comes_too_late_is_refused_with_a_sentence_and_its_text_is_kept()
    {
        var ana = await SignedInAsync(Circle.Ana);
        ana.Forgive("status of 404");
        // Without its circuit the page hears nothing of the suspension.
        await ana.Page.RouteWebSocketAsync("**/_blazor**", _ => { });
        await ana.Page.GotoAsync(Circle.ReadingPath);
        await ana.SelectAsync("The lamp", "the pier");
        await ana.ChooseAsync("Comment");
        await ana.Composer().Words().FillAsync("Nobody told me yet.");

        await SuspendAnaAsync(() => ana.Composer().Post().ClickAsync());

        await Assertions.Expect(ana.Composer().GetByRole(AriaRole.Alert)).ToContainTextAsync("Not sent:");
        await Assertions.Expect(ana.Composer().Words()).ToHaveValueAsync("Nobody told me yet.");
        await using var db = await World.ReadAsync(Stop);
        Assert.False(await db.Comments().AnyAsync(comment => comment.AuthorId == Circle.Ana.Id, Stop));
    }

    [Fact]
    public async Task Signing_out_in_one_tab_closes_the_other()
    {
        var ana = await SignedInAsync(Circle.Ana);
        ana.ForgiveLostLines();
        ana.Forgive("status of 401");
        await ana.OpenReadingAsync(Circle);
        using var posting = await PostingClient.OfAsync(ana);
        var other = await ana.Context.NewPageAsync();
        await other.GotoAsync("/library");
        await other.GetByRole(AriaRole.Button, new() { Name = $"Account of {Circle.Ana.Name}" }).ClickAsync();

        var signedOut = DateTimeOffset.UtcNow;
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await ana.Page.WaitForURLAsync("**/account/sign-in?**");
        var took = DateTimeOffset.UtcNow - signedOut;
        Say($"Closed after {took.TotalMilliseconds:F0} ms.");

        Assert.InRange(took, TimeSpan.Zero, AtOnce);
        await ana.Page.GoBackAsync();
        await Assertions.Expect(ana.Page.GetByText("Nobody remembers who asked for the book.")).ToHaveCountAsync(0);
        var late = await posting.TryPostAsync(new { key = Guid.NewGuid(), target = new { groupId = Circle.GroupId, readingId = Circle.ReadingId }, markdown = "Still me?" }, Stop);
        Assert.NotEqual(HttpStatusCode.OK, late?.Status);
        await using var db = await World.ReadAsync(Stop);
        Assert.False(await db.Comments().AnyAsync(comment => comment.AuthorId == Circle.Ana.Id, Stop));
    }

    private static ILocator NotHere(Reader reader) => reader.Page.GetByRole(AriaRole.Heading, new() { Name = "This page is not here" });

    /// <summary>As the moderator does it, on the page of the members.</summary>
    /// <returns>The time from the click to the end of <paramref name="after"/>.</returns>
    private async Task<TimeSpan> SuspendAnaAsync(Func<Task> after, Func<Task>? before = null)
    {
        var moderator = await SignedInAsync(Circle.Moderator);
        await moderator.Page.GotoAsync($"{Circle.GroupPath}/members?member={Circle.Ana.Id}");
        await moderator.Page.GetByLabel("Reason").FillAsync("Rested for a week.");
        if (before is not null)
            await before();
        var clicked = DateTimeOffset.UtcNow;
        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = "Suspend", Exact = true }).ClickAsync();
        await after();
        var took = DateTimeOffset.UtcNow - clicked;
        await Assertions.Expect(moderator.Page.GetByText($"{Circle.Ana.Name} is suspended.")).ToBeVisibleAsync();
        return took;
    }
}
