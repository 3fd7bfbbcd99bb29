using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

public sealed class TagTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task Behind_a_number_sign_stand_the_tags_of_the_group_and_the_one_that_is_posted_leads_to_its_notebook()
    {
        await SaidAsync();
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenReadingAsync(Circle);
        await ana.SelectAsync("The lamp", "the pier");
        await ana.ChooseAsync("Comment");
        var options = ana.Page.GetByRole(AriaRole.Listbox, new() { Name = "Tags" }).GetByRole(AriaRole.Option);

        await ana.Composer().Words().PressSequentiallyAsync("Heard #");
        await Assertions.Expect(options).ToHaveTextAsync(["#bells2", "#Ferries1"]);
        await ana.Composer().Words().PressSequentiallyAsync("FÉ");
        await Assertions.Expect(options).ToHaveTextAsync(["#Ferries1"]);
        await ana.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ana.Composer().Words()).ToHaveValueAsync("Heard #Ferries ");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await Assertions.Expect(ana.Composer().Locator(".prev .hashtag")).ToHaveTextAsync("#Ferries");
        await ana.Composer().Post().ClickAsync();

        var card = await ana.OpenCardAsync("Heard");
        await card.GetByRole(AriaRole.Link, new() { Name = "#Ferries" }).ClickAsync();

        await ana.Page.WaitForURLAsync("**/notebook?tag=ferries");
        await Assertions.Expect(ana.Page.Locator(".entries .bd")).ToHaveTextAsync([new Regex("Heard #Ferries"), new Regex("On #Ferries")], new() { UseInnerText = true });
    }

    [Fact]
    public async Task A_heading_a_price_and_an_address_ask_for_no_tag()
    {
        await SaidAsync();
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenReadingAsync(Circle);
        await ana.SelectAsync("The lamp", "the pier");
        await ana.ChooseAsync("Comment");

        foreach (var words in new[] { "## A", "# A", "no#b", "#1", "https://example.org/#b" })
        {
            await ana.Composer().Words().FillAsync("");
            await ana.Composer().Words().PressSequentiallyAsync(words);
            await Assertions.Expect(ana.Composer().GetByText("Draft saved")).ToBeVisibleAsync();
            await Assertions.Expect(ana.Page.Locator(".suggestions li")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task The_notebook_shows_the_tags_in_use_and_what_is_said_under_one_with_the_other_choices()
    {
        await SaidAsync();
        for (var number = 0; number < 12; number++)
            await World.CommentAsync(Circle, Circle.Moderator, $"About #place{(char)('a' + number)}", "b1", 0, 8, Stop);
        var ben = await SignedInAsync(Circle.Ben);
        await ben.Page.GotoAsync($"{Circle.GroupPath}/notebook");
        var tags = ben.Page.GetByRole(AriaRole.Navigation, new() { Name = "Tags" });
        await Assertions.Expect(tags.GetByRole(AriaRole.Link)).ToHaveCountAsync(12);
        await tags.GetByText("2 more").ClickAsync();
        await Assertions.Expect(tags.GetByRole(AriaRole.Link)).ToHaveCountAsync(14);

        await tags.GetByRole(AriaRole.Link, new() { Name = "#bells" }).ClickAsync();
        var entries = ben.Page.Locator(".entries > li");
        await Assertions.Expect(entries).ToHaveCountAsync(2);
        await ben.Page.Locator("select[name=person]").SelectOptionAsync(Circle.Ana.Name);
        await ben.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Assertions.Expect(entries).ToHaveCountAsync(1);
        await Assertions.Expect(entries).ToContainTextAsync("And #bells");

        await tags.GetByRole(AriaRole.Link, new() { Name = "Show without #bells" }).ClickAsync();
        await Assertions.Expect(entries).ToHaveCountAsync(2);
        await Assertions.Expect(ben.Page.Locator("select[name=person]")).ToHaveValueAsync(Circle.Ana.Id.ToString());
    }

    [Fact]
    public async Task The_margin_shows_what_is_said_under_a_tag_and_what_joins_or_leaves_it_meanwhile()
    {
        await SaidAsync();
        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenReadingAsync(Circle);
        var filter = ben.Page.GetByLabel("Show", new() { Exact = true });
        var cards = ben.Page.Locator(".margin .card[data-annotation]");
        await Assertions.Expect(cards).ToHaveCountAsync(3);

        await filter.SelectOptionAsync("#bells");
        await Assertions.Expect(cards).ToHaveTextAsync([new Regex("Plain words"), new Regex("Two #bells")]);
        await Assertions.Expect(ben.Page.Locator(".mhead b")).ToHaveTextAsync("3 comments");

        var more = await World.CommentAsync(Circle, Circle.Moderator, "All the #Bells", "b3", 0, 8, Stop);
        await Assertions.Expect(cards).ToHaveCountAsync(3);
        await Assertions.Expect(ben.Page.Locator(".mhead b")).ToHaveTextAsync("4 comments");
        await World.Get<StudyGroup.Discussion.EditCommentHandler>().HandleAsync(new StudyGroup.Discussion.EditComment(more.Id, 1, "None of them"), Circle.Moderator.Member, Stop);
        await Assertions.Expect(cards).ToHaveCountAsync(2);
    }

    private async Task SaidAsync()
    {
        var plain = await World.CommentAsync(Circle, Circle.Moderator, "Plain words", "b1", 0, 8, Stop);
        await World.ReplyAsync(plain, Circle.Ana, "And #bells", Stop);
        await World.CommentAsync(Circle, Circle.Moderator, "Two #bells, these #bells", "b1", 10, 14, Stop);
        await World.CommentAsync(Circle, Circle.Ana, "On #Ferries", "b2", 0, 8, Stop);
    }
}
