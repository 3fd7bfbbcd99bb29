using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using Xunit;

namespace StudyGroup.Browser.Tests.Reading;

/// <summary>Two passages are linked, and whoever reads one finds the other.</summary>
public sealed class LinkTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    private const string There = "Two keepers who never met";
    private const string Here = "absence cannot be counted";

    [Fact]
    public async Task A_passage_is_linked_to_one_of_another_reading_and_the_other_member_goes_there_and_back()
    {
        var other = await ShelveAsync();
        var ana = await SignedInAsync(Circle.Ana);
        var ben = await SignedInAsync(Circle.Ben);
        await ana.OpenReadingAsync(Circle);
        await ben.OpenReadingAsync(Circle);
        await ana.SelectAsync("absence cannot be", "counted");
        await ana.ChooseAsync("Link");
        await Assertions.Expect(Bar(ana)).ToContainTextAsync("Linking from ¶ 5 of this text");

        await ana.Page.GotoAsync(other);
        await ana.UntilLiveAsync();
        await Assertions.Expect(Bar(ana)).ToContainTextAsync(Here);
        await ana.SelectAsync("Two keepers", "who never met");
        await Bar(ana).GetByRole(AriaRole.Button, new() { Name = "Link here" }).ClickAsync();
        var dialog = Dialog(ana);
        await dialog.GetByLabel("Contradicts").CheckAsync();
        await dialog.GetByLabel("Note").FillAsync("They counted it for eleven years.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create link" }).ClickAsync();
        await Assertions.Expect(ana.Card(Here)).ToBeVisibleAsync();
        await Assertions.Expect(Bar(ana)).ToHaveCountAsync(0);

        await Assertions.Expect(ben.Announced()).ToContainTextAsync("New link by Ana");
        await Assertions.Expect(ben.Card(There)).ToContainTextAsync("Contradicts");
        Assert.Empty(await ben.PaintedAsync("link"));
        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Paragraph 5: 1 link" }).ClickAsync();
        await ben.PaintsAsync("link", Here);
        await Assertions.Expect(ben.Card(There)).ToContainTextAsync("They counted it for eleven years.");
        await Place(ben, There).ClickAsync();
        await ben.Page.WaitForURLAsync($"**{other}?mark=*");
        await ben.UntilLiveAsync();
        await ben.PaintsAsync("link", There);
        await Place(ben, Here).ClickAsync();
        await ben.Page.WaitForURLAsync($"**{Circle.ReadingPath}?mark=*");
        await ben.UntilLiveAsync();
        await ben.PaintsAsync("link", Here);

        await Assertions.Expect(ben.Card(There).GetByRole(AriaRole.Button, new() { Name = "Delete link" })).ToHaveCountAsync(0);
        await ana.Card(Here).GetByRole(AriaRole.Button, new() { Name = "Delete link" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Delete this link?" }).GetByRole(AriaRole.Button, new() { Name = "Delete link" }).ClickAsync();
        await Assertions.Expect(ana.Card(Here)).ToHaveCountAsync(0);
        await Assertions.Expect(ben.Card(There)).ToHaveCountAsync(0);
        await Assertions.Expect(ben.Page.Locator(".pl")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_paragraphs_of_one_text_are_linked_by_keys_alone()
    {
        var ana = await SignedInAsync(Circle.Ana);
        var keys = ana.Page.Keyboard;
        await ana.OpenReadingAsync(Circle);

        await ana.Page.Locator("[data-block]").GetByText("The lamp at the end of the pier").FocusAsync();
        await keys.PressAsync("l");
        await Assertions.Expect(Bar(ana)).ToBeVisibleAsync();
        await keys.PressAsync("j");
        await Assertions.Expect(Bar(ana).GetByRole(AriaRole.Button, new() { Name = "Link ¶ 2" })).ToBeEnabledAsync();
        await keys.PressAsync("l");
        await Assertions.Expect(Dialog(ana)).ToContainTextAsync("Nobody remembers who asked for the book.");
        await Dialog(ana).GetByLabel("Develops").CheckAsync();
        await Dialog(ana).GetByRole(AriaRole.Button, new() { Name = "Swap" }).ClickAsync();
        await Dialog(ana).GetByRole(AriaRole.Button, new() { Name = "Create link" }).ClickAsync();

        await Assertions.Expect(ana.Card("The lamp at the end of the pier")).ToContainTextAsync("Develops");
        await Assertions.Expect(ana.Card("Nobody remembers")).ToContainTextAsync("Is developed by");
        await Place(ana, "Nobody remembers").ClickAsync();
        await Assertions.Expect(ana.Page.Locator(".card.on")).ToContainTextAsync("The lamp at the end of the pier");
    }

    [Fact]
    public async Task The_other_end_can_be_named_on_a_phone_and_what_was_begun_can_be_dropped()
    {
        var ana = await SignedInAsync(Circle.Ana, new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true });
        await ana.OpenReadingAsync(Circle);
        await ana.SelectAsync("absence cannot be", "counted");
        await ana.ChooseAsync("Link");
        await Bar(ana).GetByRole(AriaRole.Button, new() { Name = "Name a paragraph" }).ClickAsync();
        var named = Dialog(ana).GetByRole(AriaRole.Textbox, new() { NameRegex = new("^The other passage") });
        await named.FillAsync("¶ 70");
        await Dialog(ana).GetByRole(AriaRole.Button, new() { Name = "Create link" }).ClickAsync();
        await Assertions.Expect(Dialog(ana).GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no such paragraph");
        await named.FillAsync("¶ 2");
        await Dialog(ana).GetByRole(AriaRole.Button, new() { Name = "Create link" }).ClickAsync();

        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Paragraph 2: 1 link" }).ClickAsync();
        await Assertions.Expect(ana.Card(Here)).ToBeVisibleAsync();
        await ana.Page.Keyboard.PressAsync("Escape");

        await ana.SelectAsync("Two keepers", "who never met");
        await ana.ChooseAsync("Link");
        await Bar(ana).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await ana.OpenReadingAsync(Circle);
        await Assertions.Expect(Bar(ana)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_new_edition_keeps_the_link_at_its_words()
    {
        var request = new AddLink(
            Guid.NewGuid(), Circle.GroupId, new LinkEnd(Circle.ReadingId, Words("b2", 0, 16)), new LinkEnd(Circle.ReadingId, Words("b3", 0, 20)), LinkKind.SameEvent, IsPrivate: false, "The same night");
        Assert.Null((await World.Get<AddLinkHandler>().HandleAsync(request, Circle.Ana.Member, Stop)).Error);
        var text = SharedText.Document(Circle.Canary);
        var draft = text.Readings[0];
        var changed = text with { ContentHash = "changed", Readings = [draft with { Blocks = [new BlockDraft(BlockKind.Paragraph, "Before all of this there was no pier."), .. draft.Blocks] }] };
        Assert.Null((await World.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(changed, Circle.GroupId), Circle.Moderator.Member, Stop)).Error);

        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenReadingAsync(Circle);

        await Assertions.Expect(ben.Page.Locator(".card.l")).ToHaveCountAsync(2);
        await ben.Page.Locator(".pl").First.ClickAsync();
        await Assertions.Expect(ben.Page.Locator(".card.on")).ToContainTextAsync("The same night");
        Assert.Equal(2, (await ben.PaintedAsync("link")).Length);
        var filter = ben.Page.GetByLabel("Show", new() { Exact = true });
        await filter.SelectOptionAsync("Highlights");
        await Assertions.Expect(ben.Page.Locator(".card.l, .pl")).ToHaveCountAsync(0);
        await filter.SelectOptionAsync("Links");
        await Assertions.Expect(ben.Page.Locator(".card.l")).ToHaveCountAsync(2);
        await filter.SelectOptionAsync("Hide all");
        await Assertions.Expect(ben.Page.Locator(".card.l, .pl")).ToHaveCountAsync(0);

        var moderator = await SignedInAsync(Circle.Moderator);
        await moderator.Page.GotoAsync($"{Circle.ReadingPath}/carried?show=Kept");
        await Assertions.Expect(moderator.Page.Locator(".item").First).ToContainTextAsync("Link");
        await moderator.Page.GotoAsync($"{Circle.GroupPath}/notebook");
        await Assertions.Expect(moderator.Page.Locator(".entries .link")).ToHaveCountAsync(2);
        await moderator.Page.Locator(".entries a.place").First.ClickAsync();
        await moderator.UntilLiveAsync();
        await Assertions.Expect(moderator.Page.Locator(".card.on")).ToContainTextAsync("The same night");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task The_bar_the_dialog_and_the_card_keep_the_rules_of_access_and_need_no_sideways_scroll(ColorScheme scheme, int width)
    {
        var ana = await SignedInAsync(Circle.Ana, new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = 900 } });
        await ana.OpenReadingAsync(Circle);
        await ana.SelectAsync("absence cannot be", "counted");
        await ana.ChooseAsync("Link");
        await Bar(ana).WaitForAsync();
        await KeepsTheRulesAsync(Bar(ana));
        await Bar(ana).GetByRole(AriaRole.Button, new() { Name = "Name a paragraph" }).ClickAsync();
        await Dialog(ana).GetByRole(AriaRole.Textbox, new() { NameRegex = new("^The other passage") }).FillAsync("¶ 2");
        await KeepsTheRulesAsync(Dialog(ana));
        await Dialog(ana).GetByRole(AriaRole.Button, new() { Name = "Create link" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Paragraph 2: 1 link" }).ClickAsync();
        await ana.Card(Here).WaitForAsync();
        await KeepsTheRulesAsync(ana.Card(Here));
    }

    private static async Task KeepsTheRulesAsync(ILocator part)
    {
        var found = await part.RunAxe(Accessibility.AxeTests.Rules);
        Assert.True(found.Violations.Length == 0, string.Join("; ", found.Violations.Select(violation => $"{violation.Id} {violation.Nodes[0].Html}")));
        Assert.True(await part.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than the window.");
    }

    private static ILocator Bar(Reader reader) => reader.Page.Locator("#textbar");

    private static ILocator Dialog(Reader reader) => reader.Page.GetByRole(AriaRole.Dialog, new() { Name = "Link two passages" });

    private static ILocator Place(Reader reader, string words) => reader.Card(words).Locator("a.place");

    private Passage Words(string block, int from, int to) => new(Circle.EditionId, new TextPoint(block, from), new TextPoint(block, to));

    /// <returns>Address of a second text on the shelf.</returns>
    private async Task<string> ShelveAsync()
    {
        var imported = await World.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(SharedText.Document($"{Circle.Canary}two"), Circle.GroupId), null, Stop);
        return $"{Circle.GroupPath}/readings/{imported.Value?[0].Slug}";
    }
}
