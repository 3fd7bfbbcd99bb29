using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

public sealed class EditedTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    [Fact]
    public async Task What_was_changed_is_shown_behind_the_word_edited()
    {
        var posted = await OldCommentAsync("A lamp needs a keeper.");
        await World.Get<EditCommentHandler>().HandleAsync(new EditComment(posted.Id, 1, "A lamp needs *two* keepers."), Circle.Ana.Member, Stop);
        var ben = await SignedInAsync(Circle.Ben);
        await ben.OpenThreadAsync(Circle, posted.ThreadId);

        await ben.Post("A lamp needs two keepers.").GetByRole(AriaRole.Button, new() { Name = "edited" }).ClickAsync();
        var dialog = ben.Page.GetByRole(AriaRole.Dialog, new() { Name = "What was changed" });
        await Assertions.Expect(dialog.Locator("del")).ToHaveTextAsync(["a keeper"]);
        await Assertions.Expect(dialog.Locator("ins")).ToHaveTextAsync(["*two* keepers"]);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_edits_that_meet_keep_both_texts_in_sight_and_the_second_replaces_the_first_only_knowingly()
    {
        var posted = await World.CommentAsync(Circle, Circle.Ana, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        var ana = await SignedInAsync(Circle.Ana);
        // The browser writes down every refused request.
        ana.Forgive("409");
        await ana.OpenThreadAsync(Circle, posted.ThreadId);
        await ana.Page.Locator($"#c-{posted.Id}").DoAsync("Edit");
        var composer = ana.Page.Locator(".post study-composer");
        await Assertions.Expect(composer.Words()).ToHaveValueAsync("A lamp needs a keeper.");

        await World.Get<EditCommentHandler>().HandleAsync(new EditComment(posted.Id, 1, "Written in the other tab."), Circle.Ana.Member, Stop);
        await composer.WriteAsync("Written here.");

        await Assertions.Expect(composer.GetByRole(AriaRole.Alert)).ToContainTextAsync("changed meanwhile");
        await Assertions.Expect(composer.GetByRole(AriaRole.Alert)).ToContainTextAsync("Written in the other tab.");
        await Assertions.Expect(composer.Words()).ToHaveValueAsync("Written here.");
        await composer.Post().ClickAsync();
        await Assertions.Expect(ana.Post("Written here.")).ToBeVisibleAsync();
        await Assertions.Expect(composer).ToHaveCountAsync(0);
    }

    private async Task<PostedComment> OldCommentAsync(string words)
    {
        var posted = await World.CommentAsync(Circle, Circle.Ana, words, "b1", 0, 8, Stop);
        await using var db = await World.ReadAsync(Stop);
        await db.Comments().Where(comment => comment.Id == posted.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.PostedAt, DateTimeOffset.UtcNow - Comment.Grace), Stop);
        return posted;
    }
}
