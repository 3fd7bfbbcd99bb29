using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

/// <summary>A thread longer than what a page holds at once opens around the place that is asked for.</summary>
public sealed class LongThreadTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    private const int Replies = 5 * ThreadQuery.PageSize / 4;

    [Fact]
    public async Task A_permalink_a_reload_and_what_is_new_lead_to_posts_behind_the_first_page()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "Number 0.", "b1", 0, 8, Stop);
        var replies = new List<PostedComment>();
        for (var number = 1; number <= Replies; number++)
            replies.Add(await World.ReplyAsync(first, Circle.Ana, $"Number {number}.", Stop));
        var far = replies[^40];
        var ben = await SignedInAsync(Circle.Ben);
        var page = $"{Circle.GroupPath}/threads/{first.ThreadId}";

        await ben.Page.GotoAsync($"{page}#c-{far.Id}");
        await ben.Page.WaitForURLAsync("**?comment=*");
        await ben.Page.Locator(".panel[data-live]").WaitForAsync();
        await Assertions.Expect(Post(ben, far)).ToBeFocusedAsync();
        await Assertions.Expect(Post(ben, far)).ToBeInViewportAsync();
        await Assertions.Expect(Post(ben, replies[0])).ToHaveCountAsync(0);
        // What it answers is not here: it stands below all the same, and says whom it answers.
        await Assertions.Expect(ben.Page.Locator($".nest > #c-{far.Id} .inreply")).ToHaveTextAsync($"to {Circle.Ana.Name}");
        // What was passed over was not read by that.
        await Task.Delay(2_500, Stop);
        await Assertions.Expect(ben.Page.GetByText("To the first of")).ToBeVisibleAsync();

        var later = replies[^8];
        await ben.Page.EvaluateAsync("id => document.getElementById(id).scrollIntoView({ block: 'start' })", $"c-{later.Id}");
        await Task.Delay(1_000, Stop);
        await ben.Page.ReloadAsync();
        await ben.Page.Locator(".panel[data-live]").WaitForAsync();
        await Assertions.Expect(Post(ben, later)).ToBeInViewportAsync();

        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Show earlier comments" }).ClickAsync();
        await Assertions.Expect(Post(ben, replies[0])).ToHaveCountAsync(1);
    }

    private static ILocator Post(Reader reader, PostedComment comment) => reader.Page.Locator($"#c-{comment.Id}");
}
