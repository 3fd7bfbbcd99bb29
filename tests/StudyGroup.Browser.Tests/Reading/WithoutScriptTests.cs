using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Reading;

public sealed class WithoutScriptTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task The_text_and_the_comments_can_be_read_without_scripts()
    {
        await World.CommentAsync(Circle, Circle.Ben, "In ink, not in script.", "b2", 0, 8, Stop);
        var ana = await SignedInAsync(Circle.Ana, new() { JavaScriptEnabled = false });

        await ana.Page.GotoAsync(Circle.ReadingPath);

        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Heading, new() { Name = SharedText.TitleOf(Circle.Canary) })).ToBeVisibleAsync();
        await Assertions.Expect(ana.Page.GetByText("Nobody remembers who asked for the book.")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Page.GetByText("small and neat, the word yes.")).ToBeVisibleAsync();
        await Assertions.Expect(ana.Page.GetByText("In ink, not in script.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_link_to_a_place_of_the_same_page_leads_there_without_scripts()
    {
        var ana = await SignedInAsync(Circle.Ana, new() { JavaScriptEnabled = false });
        await ana.Page.GotoAsync($"{Circle.ReadingPath}?from=feed");

        await ana.Page.Locator("#b4 a.pn").ClickAsync();

        Assert.Equal($"{App.Address}{Circle.ReadingPath}?from=feed#b4", ana.Page.Url);
        await Assertions.Expect(ana.Page.Locator("#b4")).ToBeInViewportAsync();
    }
}
