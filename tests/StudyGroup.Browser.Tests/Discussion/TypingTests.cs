using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Realtime;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

public sealed class TypingTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task Who_writes_is_shown_to_the_others_for_a_moment_and_kept_nowhere()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        var ana = await SignedInAsync(Circle.Ana);
        var ben = await SignedInAsync(Circle.Ben);
        await ana.OpenThreadAsync(Circle, first.ThreadId);
        await ben.OpenThreadAsync(Circle, first.ThreadId);
        var before = await EventsAsync();

        await ben.Page.Locator("study-composer.end").Words().PressSequentiallyAsync("Hm");

        await Assertions.Expect(ana.Page.GetByText($"{Circle.Ben.Name} is writing")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Page.GetByText("is writing")).ToHaveCountAsync(0);
        await Assertions.Expect(ana.Page.GetByText("is writing")).ToHaveCountAsync(0, new() { Timeout = 12_000 });
        Assert.Equal(before, await EventsAsync());
    }

    [Fact]
    public async Task Who_does_not_want_it_switches_it_off_and_nothing_leaves_the_page()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        var ben = await SignedInAsync(Circle.Ben);
        await ben.Page.GotoAsync("/account");
        await ben.Page.GetByRole(AriaRole.Group, new() { Name = "Tell others that I am writing" }).GetByText("Off").ClickAsync();
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenReadingAsync(Circle);
        await ben.OpenReadingAsync(Circle);
        await ben.OpenCardAsync("A lamp needs a keeper.");

        await ben.Page.Locator(".card.on .card-thread > study-composer").Words().PressSequentiallyAsync("Hm");
        await Task.Delay(2_500, Stop);
        await Assertions.Expect(ana.Page.GetByText("is writing")).ToHaveCountAsync(0);

        await ben.Page.EvaluateAsync("() => { document.documentElement.removeAttribute('data-typing'); }");
        await ben.Page.Locator(".card.on .card-thread > study-composer").Words().PressSequentiallyAsync("Well");
        await Assertions.Expect(ana.Page.GetByText($"{Circle.Ben.Name} is writing")).ToBeVisibleAsync();
        Assert.NotEqual(Guid.Empty, first.Id);
    }

    private async Task<int> EventsAsync()
    {
        await using var db = await World.ReadAsync(Stop);
        return await db.StreamEvents().CountAsync(row => row.StreamId == Circle.GroupId, Stop);
    }
}
