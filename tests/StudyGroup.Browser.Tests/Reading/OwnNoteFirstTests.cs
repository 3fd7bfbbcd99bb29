using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion.Sections;
using Xunit;

namespace StudyGroup.Browser.Tests.Reading;

/// <summary>A member sees what others wrote on a section after their own note there, on a page that is open all the while.</summary>
public sealed class OwnNoteFirstTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task What_waits_is_counted_live_and_opens_at_once_with_ones_own_comment()
    {
        await World.CommentAsync(Circle, Circle.Ben, "The hour is a name.", "b1", 4, 30, Stop);
        await World.CommentAsync(Circle, Circle.Ben, "The margin is the book.", "b7", 4, 30, Stop);
        var (ana, ben) = (await SignedInAsync(Circle.Ana), await SignedInAsync(Circle.Ben));
        await ana.OpenReadingAsync(Circle);
        await ben.OpenReadingAsync(Circle);
        await Assertions.Expect(ana.Card("The hour is a name.")).ToBeVisibleAsync();

        await SetAsync(isOn: true);
        await Assertions.Expect(ana.Page.Locator("[data-own-note]")).ToBeVisibleAsync();
        await Assertions.Expect(Waiting(ana)).ToHaveCountAsync(2);
        await Assertions.Expect(ana.Page.Locator(".card[data-annotation]")).ToHaveCountAsync(0);
        Assert.Empty(await ana.PaintedAsync("heat-1"));
        await ben.CommentAsync("prices, then", "on the stairs", "Whose stairs were they?");
        await Assertions.Expect(Waiting(ana).First).ToContainTextAsync("2 comments wait here");
        Assert.DoesNotContain("Whose stairs", await ana.Page.ContentAsync(), StringComparison.Ordinal);

        await ana.CommentAsync("Nobody remembers", "asked for the book", "I remember.");

        await Assertions.Expect(ana.Page.Locator(".card[data-annotation]")).ToContainTextAsync(["The hour is a name.", "I remember.", "Whose stairs were they?"]);
        await Assertions.Expect(ana.Page.Locator(".card[data-annotation]")).ToHaveCountAsync(3);
        await Assertions.Expect(Waiting(ana)).ToHaveCountAsync(1);
        await Assertions.Expect(ana.Page.Locator(".mhead b.num")).ToHaveTextAsync("3 comments");
        await Assertions.Expect(ana.Announced()).ToContainTextAsync("2 comments opened");
        Assert.NotEmpty(await ana.PaintedAsync("heat-1"));
    }

    [Fact]
    public async Task A_section_is_marked_as_read_by_keyboard_and_the_focus_goes_on_to_what_opened()
    {
        await World.CommentAsync(Circle, Circle.Ben, "The margin is the book.", "b7", 4, 30, Stop);
        await SetAsync(isOn: true);
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenReadingAsync(Circle);

        await Waiting(ana).GetByRole(AriaRole.Button, new() { Name = "Mark the section as read" }).FocusAsync();
        await ana.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(ana.Card("The margin is the book.")).ToBeFocusedAsync();
        await Assertions.Expect(Waiting(ana)).ToHaveCountAsync(0);
        await Assertions.Expect(ana.Announced()).ToContainTextAsync("1 comment opened");
    }

    [Fact]
    public async Task On_a_phone_the_chip_of_the_heading_leads_to_what_waits()
    {
        await World.CommentAsync(Circle, Circle.Ben, "The margin is the book.", "b7", 4, 30, Stop);
        await SetAsync(isOn: true);
        var ana = await SignedInAsync(Circle.Ana, new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        await ana.OpenReadingAsync(Circle);

        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Heading: 1 comment waits" }).TapAsync();
        await ana.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Mark the section as read" }).TapAsync();

        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Paragraph 6: highlighted by 1 member, 1 comment" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_reading_opens_sections_the_words_come_when_the_reader_has_come_to_the_end()
    {
        await World.CommentAsync(Circle, Circle.Ben, "The margin is the book.", "b7", 4, 30, Stop);
        await SetAsync(isOn: true, opensByReading: true);
        var ana = await SignedInAsync(Circle.Ana, new() { ViewportSize = new() { Width = 1440, Height = 300 } });
        await ana.OpenReadingAsync(Circle);
        await Assertions.Expect(Waiting(ana)).ToHaveCountAsync(1);
        await Assertions.Expect(ana.Page.GetByText("Comments wait for your place")).ToBeVisibleAsync();

        await ana.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");

        await Assertions.Expect(ana.Card("The margin is the book.")).ToHaveCountAsync(1, new() { Timeout = 15_000 });
        await Assertions.Expect(Waiting(ana)).ToHaveCountAsync(0);
    }

    private static ILocator Waiting(Reader reader) => reader.Page.Locator(".margin .card.waiting");

    private async Task SetAsync(bool isOn, bool opensByReading = false) =>
        Assert.True((await World.Get<SetOwnNoteFirstHandler>().HandleAsync(
            new SetOwnNoteFirst(Circle.GroupId, Circle.ReadingId, isOn) { OpensByReading = opensByReading }, Circle.Moderator.Member, Stop)).Succeeded);
}
