using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

public sealed class FoldTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task Selected_words_are_folded_by_a_press_and_unfolded_by_key_by_who_wants_to_read_them()
    {
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenReadingAsync(Circle);
        await ana.SelectAsync("The lamp", "the pier");
        await ana.ChooseAsync("Comment");
        await ana.Composer().Words().FillAsync("I know why: it drowns.");
        await ana.Composer().Words().EvaluateAsync("text => text.setSelectionRange(12, 22)");
        await ana.Composer().GetByRole(AriaRole.Button, new() { Name = "Fold" }).ClickAsync();
        await ana.Page.Keyboard.TypeAsync("The end");
        await Assertions.Expect(ana.Composer().Words()).ToHaveValueAsync("I know why: \n::: fold The end\nit drowns.\n:::\n");
        await Assertions.Expect(ana.Composer().Locator(".prev summary")).ToHaveTextAsync("The end");
        await ana.Composer().Post().ClickAsync();
        await Assertions.Expect(ana.Card("I know why")).ToHaveCountAsync(1);

        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenReadingAsync(Circle);
        var card = await ben.OpenCardAsync("I know why");
        await Assertions.Expect(card.GetByText("it drowns")).ToBeHiddenAsync();
        await card.Locator("summary").FocusAsync();
        await ben.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(card.GetByText("it drowns")).ToBeVisibleAsync();

        await ben.Page.GotoAsync(Circle.GroupPath);
        Assert.DoesNotContain("it drowns", await ben.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await ben.Page.GotoAsync($"{Circle.GroupPath}/notebook");
        await Assertions.Expect(ben.Page.Locator("summary")).ToHaveTextAsync("The end");
        await Assertions.Expect(ben.Page.GetByText("it drowns")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_fold_without_a_title_is_named_in_the_readers_language()
    {
        await World.CommentAsync(Circle, Circle.Ana, "Well:\n\n::: fold\nit drowns\n:::", "b1", 0, 8, Stop);
        var ben = await SignedInAsync(Circle.Ben);
        await ben.Page.GotoAsync($"{Circle.GroupPath}/notebook");
        const string Named = "lang => { document.documentElement.lang = lang; return getComputedStyle(document.querySelector('summary:empty'), '::before').content; }";

        Assert.Equal("\"Hidden passage\"", await ben.Page.EvaluateAsync<string>(Named, "en"));
        Assert.Equal("\"Verborgene Stelle\"", await ben.Page.EvaluateAsync<string>(Named, "de"));
    }

    [Fact]
    public async Task A_kept_draft_shows_itself_and_leaves_the_keys_to_the_page()
    {
        var ana = await SignedInAsync(Circle.Ana);
        await ana.OpenReadingAsync(Circle);
        await ana.SelectAsync("The lamp", "the pier");
        await ana.ChooseAsync("Comment");
        await ana.Composer().Words().FillAsync("To be continued");
        await Assertions.Expect(ana.Composer().GetByText("Draft saved")).ToBeVisibleAsync();

        await ana.OpenReadingAsync(Circle);

        await Assertions.Expect(ana.Composer().Words()).ToHaveValueAsync("To be continued");
        await Assertions.Expect(ana.Composer().Words()).Not.ToBeFocusedAsync();
        await ana.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await Assertions.Expect(ana.Composer().Words()).ToHaveValueAsync("To be continued");
    }

    [Fact]
    public async Task The_buttons_of_every_post_in_a_card_stand_in_one_line()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "Which street?", "b1", 0, 8, Stop);
        var answer = await World.ReplyAsync(first, Circle.Ben, "The long one.", Stop);
        await World.ReplyAsync(answer, Circle.Moderator, "The other one.", Stop);
        foreach (var reader in new[] { await SignedInAsync(Circle.Ben), await SignedInAsync(Circle.Moderator) })
        {
            await reader.OpenReadingAsync(Circle);
            var card = await reader.OpenCardAsync("Which street?");
            await Assertions.Expect(card.Locator(".post")).ToHaveCountAsync(3);

            var crooked = await card.EvaluateAsync<string[]>(
                """
                card => [...card.querySelectorAll('.nest .act')].filter((act) => {
                  const boxes = [...act.children].map((button) => button.getBoundingClientRect());
                  return new Set(boxes.map(({ top }) => Math.round(top))).size > 1 || boxes.at(-1).right > card.getBoundingClientRect().right;
                }).map((act) => act.innerText)
                """);
            Assert.Empty(crooked);
            await Assertions.Expect(card.Locator(".nest").GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true })).ToHaveCountAsync(2);
        }
    }
}
