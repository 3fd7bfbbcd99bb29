using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Editions;

public sealed class ChangedTextTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    private const string Kept = "Two clerks are few.";
    private const string Doubtful = "And she did.";
    private const string Lost = "A long column.";

    [Fact]
    public async Task A_changed_copy_with_marks_on_it_is_reviewed_accepted_attached_by_hand_and_taken_back()
    {
        var ana = await MarkAsync();
        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenReadingAsync(Circle);
        var moderator = await BringAsync();
        var page = moderator.Page;

        foreach (var count in new[] { "Kept 1", "Moved 0", "To review 1", "Orphaned 1" })
            await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Marks by outcome" })).ToContainTextAsync(count);
        await Assertions.Expect(page.Locator(".item")).ToContainTextAsync("The keeper gave her the pencil");
        await ReloadAsync(ana);
        await ReloadAsync(ben);
        await Assertions.Expect(ben.Card(Doubtful)).ToContainTextAsync("The passage has changed. It said:");
        await Assertions.Expect(ben.Card(Lost)).ToContainTextAsync("This passage is no longer in the text. It said: every ship that did not come");
        await ben.PaintsAsync("heat-1", "two clerks who meant to abolish it");

        await page.GetByRole(AriaRole.Button, new() { Name = "Accept the one place" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "1 place accepted." })).ToBeVisibleAsync();
        await Assertions.Expect(ben.Card(Doubtful)).Not.ToContainTextAsync("The passage has changed");
        await Assertions.Expect(ana.Card(Doubtful)).Not.ToContainTextAsync("The passage has changed");

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Orphaned") }).ClickAsync();
        await Assertions.Expect(page.Locator(".item")).ToContainTextAsync("every ship that did not come");
        await page.GetByRole(AriaRole.Link, new() { Name = "Attach in the text" }).ClickAsync();
        await Assertions.Expect(Bar(page)).ToContainTextAsync("every ship that did not come");
        await moderator.SelectAsync("absence cannot be", "counted");
        await Bar(page).GetByRole(AriaRole.Button, new() { Name = "Attach here" }).ClickAsync();
        await Assertions.Expect(Bar(page)).ToHaveCountAsync(0);
        await Assertions.Expect(ben.Card(Lost)).Not.ToContainTextAsync("no longer in the text");
        await Assertions.Expect(ana.Card(Lost)).Not.ToContainTextAsync("no longer in the text");
        Assert.Contains("absence cannot be counted", await ben.PaintedAsync("heat-1"));
        Assert.Contains("absence cannot be counted", await ana.PaintedAsync("mine"));

        await page.GotoAsync($"{Circle.ReadingPath}/carried");
        await page.GetByLabel("Show edition 1 again").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the edition back" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Marks in edition 1" })).ToBeVisibleAsync();
        await ReloadAsync(ben);
        await Assertions.Expect(ben.Card(Lost)).ToBeVisibleAsync();
        Assert.Contains("every ship that did not come", await ben.PaintedAsync("heat-1"));
    }

    [Fact]
    public async Task Who_is_writing_is_told_and_not_interrupted_and_the_draft_stays_with_its_words()
    {
        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenReadingAsync(Circle);
        await ben.SelectAsync("every ship", "did not come");
        await ben.ChooseAsync("Comment");
        await ben.Composer().Words().PressSequentiallyAsync("Begun before the flood");
        await ben.Page.EvaluateAsync("() => { window.stays = true; }");

        await BringAsync();

        await Assertions.Expect(Bar(ben.Page)).ToContainTextAsync("This text has a new edition.");
        await ben.Composer().Words().PressSequentiallyAsync(" and finished after it.");
        Assert.True(await ben.Page.EvaluateAsync<bool>("() => window.stays === true"));
        await ReloadAsync(ben);
        await Assertions.Expect(ben.Composer().Words()).ToHaveValueAsync("Begun before the flood and finished after it.");
        await Assertions.Expect(ben.Composer()).ToContainTextAsync("every ship that did not come");
        await ben.Composer().Post().ClickAsync();
        await Assertions.Expect(ben.Card("Begun before the flood")).ToContainTextAsync("no longer in the text. It said: every ship that did not come");
    }

    [Fact]
    public async Task An_author_says_in_the_margin_that_the_place_is_wrong_and_the_other_sees_it()
    {
        var ana = await MarkAsync();
        await BringAsync();
        await ReloadAsync(ana);
        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenReadingAsync(Circle);

        await ana.OpenCardAsync(Doubtful);
        await ana.Card(Doubtful).GetByRole(AriaRole.Button, new() { Name = "Not here" }).ClickAsync();

        await Assertions.Expect(ben.Card(Doubtful)).ToContainTextAsync("This passage is no longer in the text. It said: The keeper gave her the pencil");
        await ben.OpenCardAsync(Doubtful);
        await Assertions.Expect(ben.Card(Doubtful).GetByRole(AriaRole.Button, new() { Name = "Attach to other words" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_difference_is_shown_word_by_word_to_every_member()
    {
        await BringAsync();
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenReadingAsync(Circle);

        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Edition 2" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "What changed" }).ClickAsync();

        await Assertions.Expect(ana.Page.Locator("del", new() { HasText = "gave" })).ToBeVisibleAsync();
        await Assertions.Expect(ana.Page.Locator("ins", new() { HasText = "handed" })).ToBeVisibleAsync();
        await Assertions.Expect(ana.Page.Locator("summary", new() { HasText = "3 paragraphs unchanged, ¶ 1 to ¶ 3" })).ToBeVisibleAsync();
        ana.Forgive("404");
        Assert.Equal(404, (await ana.Page.GotoAsync($"{Circle.ReadingPath}/carried"))?.Status);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task The_pages_keep_the_rules_of_access_and_need_no_sideways_scroll(ColorScheme scheme, int width)
    {
        await MarkAsync();
        await BringAsync();
        var page = (await SignedInAsync(Circle.Moderator, new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = 900 } })).Page;

        foreach (var part in new[] { "/editions", "/difference", "/carried", "/carried?show=Orphaned", "" })
        {
            await page.GotoAsync(Circle.ReadingPath + part);
            var found = await page.RunAxe(Accessibility.AxeTests.Rules);
            Assert.True(found.Violations.Length == 0, $"{part}: {string.Join("; ", found.Violations.Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"))}");
            Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"), part);
        }
    }

    private static ILocator Bar(IPage page) => page.Locator("#textbar");

    private static async Task ReloadAsync(Reader reader)
    {
        await Bar(reader.Page).GetByRole(AriaRole.Button, new() { Name = "Reload" }).ClickAsync();
        await Assertions.Expect(Bar(reader.Page)).ToHaveCountAsync(0);
        await reader.UntilLiveAsync();
    }

    private async Task<Reader> MarkAsync()
    {
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenReadingAsync(Circle);
        await ana.CommentAsync("two clerks", "abolish it", Kept);
        await ana.CommentAsync("every ship", "did not come", Lost);
        await ana.CommentAsync("The keeper gave", "as a question.", Doubtful);
        return ana;
    }

    /// <summary>The moderator imports the changed copy and sees what became of the marks.</summary>
    private async Task<Reader> BringAsync()
    {
        var moderator = await SignedInAsync(Circle.Moderator);
        var page = moderator.Page;
        await page.GotoAsync("/import");
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = "copy.md", MimeType = "text/markdown", Buffer = Encoding.UTF8.GetBytes(SharedText.ChangedCopy(Circle.Canary)) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await page.WaitForURLAsync("**/import/*-*");
        await Assertions.Expect(page.GetByText($"Edition 2 of “{SharedText.TitleOf(Circle.Canary)}”")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish as edition 2" }).ClickAsync();
        await page.WaitForURLAsync("**/carried");
        return moderator;
    }
}
