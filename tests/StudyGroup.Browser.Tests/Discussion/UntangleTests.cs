using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

/// <summary>A moderator puts a drifted discussion in order while others look on.</summary>
public sealed class UntangleTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task Two_posts_go_to_a_thread_of_their_own_where_old_links_lead_and_come_back()
    {
        var (first, door, key) = await TalkAsync();
        var (moderator, ana) = (await SignedInAsync(Circle.Moderator), await SignedInAsync(Circle.Ana));
        await moderator.OpenThreadAsync(Circle, first.ThreadId);
        await ana.OpenThreadAsync(Circle, first.ThreadId);

        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = "Move posts…" }).ClickAsync();
        // The post and what was answered to it.
        await moderator.Page.Locator($"#c-{door.Id}").GetByRole(AriaRole.Button, new() { Name = "With its replies" }).ClickAsync();
        await Assertions.Expect(moderator.Page.Locator($"#c-{key.Id}").GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await Assertions.Expect(moderator.Page.Locator($"#c-{first.Id}").GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = "Move to…" }).ClickAsync();
        var dialog = moderator.Page.GetByRole(AriaRole.Dialog, new() { Name = "Move 2 posts" });
        await Assertions.Expect(dialog).ToContainTextAsync($"{Circle.Ben.Name}: one post");
        await Assertions.Expect(dialog).ToContainTextAsync("One post stays here.");
        await dialog.GetByLabel("Title of the new thread").FillAsync("Doors and keys");
        await dialog.GetByLabel("Reason").FillAsync("Not about lamps.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();

        foreach (var reader in new[] { moderator, ana })
        {
            var pointer = reader.Page.Locator(".moveline");
            await Assertions.Expect(pointer).ToContainTextAsync("2 posts were moved to Doors and keys");
            await Assertions.Expect(pointer).ToContainTextAsync("Not about lamps.");
            await Assertions.Expect(reader.Page.Locator(".post")).ToHaveCountAsync(1);
        }

        await Assertions.Expect(ana.Page.Locator(".moveline").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        var late = await ana.Context.NewPageAsync();
        await late.GotoAsync($"{Circle.ThreadPath(first.ThreadId)}#c-{key.Id}");
        await Assertions.Expect(late.GetByRole(AriaRole.Heading, new() { Name = "Doors and keys" })).ToBeVisibleAsync();
        await Assertions.Expect(late.Locator($"#c-{key.Id}")).ToBeFocusedAsync();

        await moderator.Page.Locator(".moveline").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        foreach (var reader in new[] { moderator, ana })
        {
            await Assertions.Expect(reader.Page.Locator(".post")).ToHaveCountAsync(3);
            await Assertions.Expect(reader.Page.Locator(".moveline")).ToHaveCountAsync(0);
        }

        await Assertions.Expect(late.Locator(".post")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_answer_that_is_being_written_stays_and_goes_where_its_post_went()
    {
        var (first, _, key) = await TalkAsync();
        var (moderator, ben) = (await SignedInAsync(Circle.Moderator), await SignedInAsync(Circle.Ben));
        await moderator.OpenThreadAsync(Circle, first.ThreadId);
        await ben.OpenThreadAsync(Circle, first.ThreadId);
        await ben.Page.Locator($"#c-{key.Id}").DoAsync("Reply");
        var composer = ben.Page.Locator($"#c-{key.Id} study-composer");
        await composer.Words().FillAsync("Under the mat.");

        await MoveAsync(moderator, "Keys", key.Id);

        await Assertions.Expect(ben.Page.Locator($"#c-{key.Id}")).ToContainTextAsync("This post is in another thread now.");
        await Assertions.Expect(composer.Words()).ToHaveValueAsync("Under the mat.");
        await composer.Post().ClickAsync();
        await Assertions.Expect(ben.Page.Locator($"#c-{key.Id}")).ToHaveCountAsync(0);
        await ben.Page.Locator(".moveline").GetByRole(AriaRole.Link, new() { Name = "Keys" }).ClickAsync();
        await Assertions.Expect(ben.Post("Under the mat.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_thread_is_merged_into_another_and_its_card_beside_the_text_says_so()
    {
        var (first, _, _) = await TalkAsync();
        var other = await World.PostAsync(Circle.Ana, new PostComment(Guid.NewGuid(), "What do we bring?") { Target = new CommentTarget(Circle.GroupId) { Title = "Lists" } }, Stop);
        var (moderator, ben) = (await SignedInAsync(Circle.Moderator), await SignedInAsync(Circle.Ben));
        await ben.OpenReadingAsync(Circle);
        await ben.OpenCardAsync("A lamp needs a keeper.");
        await moderator.OpenThreadAsync(Circle, first.ThreadId);

        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = "Move posts…" }).ClickAsync();
        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = "Choose all" }).ClickAsync();
        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = "Move to…" }).ClickAsync();
        var dialog = moderator.Page.GetByRole(AriaRole.Dialog, new() { Name = "Move 3 posts" });
        await dialog.GetByLabel("To another thread", new() { Exact = true }).CheckAsync();
        await dialog.GetByRole(AriaRole.Searchbox).FillAsync(App.Address + Circle.ThreadPath(other.ThreadId));
        await Assertions.Expect(dialog.GetByRole(AriaRole.Radio, new() { Name = "Lists" })).ToBeCheckedAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("All posts go. A pointer stays here.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();

        await Assertions.Expect(moderator.Page.Locator(".moveline")).ToContainTextAsync("This thread was merged into Lists");
        await Assertions.Expect(ben.Page.Locator(".card.on .moveline")).ToContainTextAsync("This thread was merged into Lists");
        await Assertions.Expect(ben.Page.Locator(".card.on .post")).ToHaveCountAsync(0);
        await ben.Page.Locator(".card.on .moveline").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(ben.Page.Locator(".post")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task A_pinned_thread_stands_first_and_says_until_when()
    {
        var (first, _, _) = await TalkAsync();
        await World.PostAsync(Circle.Ana, new PostComment(Guid.NewGuid(), "What do we bring?") { Target = new CommentTarget(Circle.GroupId) { Title = "Lists" } }, Stop);
        var (moderator, ana) = (await SignedInAsync(Circle.Moderator), await SignedInAsync(Circle.Ana));
        await ana.OpenThreadAsync(Circle, first.ThreadId);
        await moderator.OpenThreadAsync(Circle, first.ThreadId);

        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = "Pin", Exact = true }).ClickAsync();
        var dialog = moderator.Page.GetByRole(AriaRole.Dialog, new() { Name = "Pin this thread" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Pin", Exact = true }).ClickAsync();

        await Assertions.Expect(ana.Page.Locator(".pinned")).ToContainTextAsync("Pinned until");
        await Assertions.Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Unpin" })).ToHaveCountAsync(0);
        await ana.Page.GotoAsync(Circle.GroupPath);
        await Assertions.Expect(ana.Page.Locator("#threads .thread").First).ToContainTextAsync("A lamp needs a keeper.");
        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = "Unpin" }).ClickAsync();
        await Assertions.Expect(moderator.Page.Locator(".pinned")).ToHaveCountAsync(0);
        await ana.Page.ReloadAsync();
        await Assertions.Expect(ana.Page.Locator("#threads .thread").First).ToContainTextAsync("Lists");
    }

    private static async Task MoveAsync(Reader moderator, string title, Guid id)
    {
        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = "Move posts…" }).ClickAsync();
        await moderator.Page.Locator($"#c-{id}").GetByRole(AriaRole.Checkbox).CheckAsync();
        await moderator.Page.GetByRole(AriaRole.Button, new() { Name = "Move to…" }).ClickAsync();
        var dialog = moderator.Page.GetByRole(AriaRole.Dialog, new() { Name = "Move one post" });
        await dialog.GetByLabel("Title of the new thread").FillAsync(title);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
        await Assertions.Expect(moderator.Page.Locator(".moveline")).ToBeVisibleAsync();
    }

    private async Task<(PostedComment First, PostedComment Door, PostedComment Key)> TalkAsync()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        var door = await World.ReplyAsync(first, Circle.Ben, "And who has the door?", Stop);
        return (first, door, await World.ReplyAsync(door, Circle.Ana, "Where is the key, then?", Stop));
    }
}
