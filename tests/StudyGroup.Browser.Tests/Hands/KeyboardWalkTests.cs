using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Discussion;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Hands;

/// <summary>Everything by keys alone: no test of this class touches the mouse.</summary>
public sealed class KeyboardWalkTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task A_member_signs_in_reads_marks_asks_answers_and_follows_without_a_mouse()
    {
        await World.CommentAsync(Circle, Circle.Ben, "Who lights it?", "b2", 0, 8, Stop);
        var ana = await ArriveAsync(Circle.Ana);
        var keys = ana.Page.Keyboard;

        await ana.Page.GotoAsync("/account/sign-in");
        await TabToAsync(ana, ana.Page.GetByLabel("Email"));
        await keys.TypeAsync(Circle.Ana.Email);
        await TabToAsync(ana, ana.Page.GetByLabel("Password", new() { Exact = true }));
        await keys.TypeAsync(Person.Password);
        await keys.PressAsync("Enter");
        await ana.Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        await ana.Page.GotoAsync(Circle.GroupPath);
        await TabToAsync(ana, ana.Page.Locator($"main a[href='{Circle.ReadingPath}']").First);
        await keys.PressAsync("Enter");
        await ana.UntilLiveAsync();

        // The text: second paragraph, its card, an answer.
        await WalkToAsync(ana, "b2");
        await keys.PressAsync("Enter");
        var card = ana.Page.Locator(".margin .card.on");
        await Assertions.Expect(card.Locator(".post")).ToHaveCountAsync(1);
        await keys.PressAsync("r");
        await Assertions.Expect(card.Locator("study-composer textarea")).ToBeFocusedAsync();
        await keys.TypeAsync("The keeper does.");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(ana.Post("The keeper does.")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("Escape");
        await Assertions.Expect(card).ToHaveCountAsync(0);

        // A question on the next paragraph, a highlight on the one after it.
        await keys.PressAsync("j");
        await keys.PressAsync("a");
        await Assertions.Expect(ana.Composer().Words()).ToBeFocusedAsync();
        await keys.TypeAsync("And by day?");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(ana.Card("And by day?")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("j");
        await keys.PressAsync("h");
        await Assertions.Expect(ana.Page.Locator(".margin .card.mine")).ToHaveCountAsync(2);

        // All keys, all marks, and the way to the feed.
        await keys.PressAsync("?");
        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("q");
        await Assertions.Expect(ana.Card("And by day?")).ToBeHiddenAsync();
        await keys.PressAsync("q");
        await keys.PressAsync("g");
        await keys.PressAsync("f");
        await ana.Page.WaitForURLAsync("**/notifications");
    }

    [Fact]
    public async Task A_thread_is_walked_quoted_answered_edited_and_linked_by_keys()
    {
        var first = await World.CommentAsync(Circle, Circle.Ben, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        await World.ReplyAsync(first, Circle.Ana, "Two of them.", Stop);
        var ana = await SignedInAsync(Circle.Ana, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var keys = ana.Page.Keyboard;
        await ana.OpenThreadAsync(Circle, first.ThreadId);

        await keys.PressAsync("j");
        await Assertions.Expect(ana.Page.Locator($"#c-{first.Id}")).ToBeFocusedAsync();
        await keys.PressAsync("y");
        await Assertions.Expect(ana.Page.Locator(".toasts")).ToContainTextAsync("Link copied");
        Assert.EndsWith($"{Circle.ThreadPath(first.ThreadId)}#c-{first.Id}", await ana.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);

        await ana.Page.EvaluateAsync($"getSelection().selectAllChildren(document.querySelector('#c-{first.Id} .bd p'))");
        await keys.PressAsync("r");
        var reply = ana.Page.Locator($"#c-{first.Id} study-composer");
        await Assertions.Expect(reply.Words()).ToHaveValueAsync("> A lamp needs a keeper.\n\n");
        await Assertions.Expect(reply.Words()).ToBeFocusedAsync();
        await keys.TypeAsync("Says who?");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(ana.Post("Says who?").Locator("blockquote")).ToHaveTextAsync("A lamp needs a keeper.");

        await ana.Post("Two of them.").FocusAsync();
        await keys.PressAsync("k");
        await Assertions.Expect(ana.Page.Locator($"#c-{first.Id}")).ToBeFocusedAsync();
        await keys.PressAsync("j");
        await keys.PressAsync("e");
        await Assertions.Expect(ana.Page.Locator(".post .post study-composer, .nest study-composer").Words()).ToHaveValueAsync("Two of them.");
        await keys.PressAsync("End");
        await keys.TypeAsync(" Or three.");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(ana.Post("Two of them. Or three.")).ToBeVisibleAsync();
    }

    private static async Task WalkToAsync(Reader reader, string block)
    {
        for (var presses = 0; presses < 10 && await reader.Page.EvaluateAsync<string>("document.activeElement.id") != block; presses++)
            await reader.Page.Keyboard.PressAsync("j");
    }

    private static async Task TabToAsync(Reader reader, ILocator target)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"Sixty presses of Tab did not reach {target}.");
    }
}
