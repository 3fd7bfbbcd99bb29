using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

public sealed class MentionTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task Behind_an_at_sign_stand_the_members_of_this_group_alone_and_who_is_chosen_hears_of_it()
    {
        var stranger = await World.CircleAsync(Stop);
        var ana = await ComposingAsync();

        await ana.Composer().Words().PressSequentiallyAsync("Look here, @BE");
        var options = Suggested(ana);
        await Assertions.Expect(options).ToHaveTextAsync([Circle.Ben.Name]);
        await ana.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ana.Composer().Words()).ToHaveValueAsync($"Look here, @{Circle.Ben.Name} ");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await ana.Composer().Post().ClickAsync();

        var ben = await SignedInAsync(Circle.Ben);
        await ben.Page.GotoAsync("/notifications");
        await Assertions.Expect(ben.Page.GetByText("mentioned you")).ToBeVisibleAsync();
        Assert.DoesNotContain(stranger.Ben.Name, await ana.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_walked_by_arrows_closed_by_escape_and_leaves_the_words_alone()
    {
        var ana = await ComposingAsync();
        var options = Suggested(ana);

        await ana.Composer().Words().PressSequentiallyAsync("@");
        await Assertions.Expect(options).ToHaveCountAsync(3);
        await ana.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await ana.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(options).ToHaveCountAsync(0);
        await Assertions.Expect(ana.Composer().Words()).ToHaveValueAsync("@");
    }

    [Fact]
    public async Task Behind_a_paragraph_sign_stand_the_paragraphs_of_the_reading_and_a_number_is_put_in_by_key_or_by_click()
    {
        var ana = await ComposingAsync();
        var options = ana.Page.GetByRole(AriaRole.Listbox, new() { Name = "Paragraphs" }).GetByRole(AriaRole.Option);

        await ana.Composer().Words().PressSequentiallyAsync("As in ¶");
        await Assertions.Expect(options.First).ToContainTextAsync("¶ 1");
        await ana.Page.Keyboard.PressAsync("ArrowDown");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ana.Composer().Words()).ToHaveValueAsync("As in ¶2 ");
        await ana.Composer().GetByRole(AriaRole.Button, new() { Name = "Paragraph" }).ClickAsync();
        await ana.Composer().Words().PressSequentiallyAsync("1");
        await options.First.ClickAsync();

        await Assertions.Expect(ana.Composer().Words()).ToHaveValueAsync("As in ¶2 ¶1 ");
        await Assertions.Expect(options).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_address_or_a_price_is_no_call()
    {
        var ana = await ComposingAsync();

        await ana.Composer().Words().PressSequentiallyAsync("ana@ben costs");

        await Assertions.Expect(ana.Composer().GetByText("Draft saved")).ToBeVisibleAsync();
        await Assertions.Expect(Suggested(ana)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_keys_are_listed_and_lead_to_places_unless_somebody_types()
    {
        var ana = await ComposingAsync();
        await ana.Composer().Words().PressSequentiallyAsync("?gh");
        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await ana.Page.Locator("#b2").FocusAsync();

        await ana.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToContainTextAsync("next, previous paragraph");
        await ana.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await ana.Page.Keyboard.PressAsync("g");
        await ana.Page.Keyboard.PressAsync("r");

        await ana.Page.WaitForURLAsync("**/library");
    }

    private static ILocator Suggested(Reader reader) => reader.Page.GetByRole(AriaRole.Listbox, new() { Name = "Members" }).GetByRole(AriaRole.Option);

    private async Task<Reader> ComposingAsync()
    {
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenReadingAsync(Circle);
        await ana.SelectAsync("The lamp", "the pier");
        await ana.ChooseAsync("Comment");
        return ana;
    }
}
