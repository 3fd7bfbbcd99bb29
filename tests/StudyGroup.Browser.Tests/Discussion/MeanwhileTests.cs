using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion;

/// <summary>While somebody writes, what they write to goes or closes: one sentence says so, and the words stay in the field.</summary>
public sealed class MeanwhileTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    private const string Words = "Words that took me an hour.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_to_what_is_gone_is_refused_and_stays_in_the_field(bool hidden)
    {
        var (ana, first, asked) = await ReadAsync();
        await ana.Page.Locator($"#c-{asked.Id}").DoAsync("Reply");
        var composer = ana.Page.Locator($"#c-{asked.Id} study-composer");
        await composer.Words().FillAsync(Words);

        var gone = hidden
            ? await World.Get<HideCommentHandler>().HandleAsync(new HideComment(asked.Id, "Not here."), Circle.Moderator.Member, Stop)
            : await World.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(asked.Id), Circle.Ben.Member, Stop);
        Assert.True(gone.Succeeded);
        await Assertions.Expect(ana.Page.Locator($"#c-{asked.Id}")).ToContainTextAsync(hidden ? "Not here." : "This comment was deleted by its author.");

        await IsRefusedAsync(ana, composer, "This comment has been deleted or hidden.", first);
    }

    [Fact]
    public async Task What_is_written_in_a_thread_that_was_locked_is_refused_and_stays_in_the_field()
    {
        var (ana, first, _) = await ReadAsync();
        var composer = ana.Page.Locator("study-composer.end");
        await composer.Words().FillAsync(Words);

        await LockAsync(first);

        await IsRefusedAsync(ana, composer, "This thread is locked.", first);
    }

    [Fact]
    public async Task An_edit_in_a_thread_that_was_locked_is_refused_and_stays_in_the_field()
    {
        var (ana, first, _) = await ReadAsync();
        await ana.Page.Locator($"#c-{first.Id}").DoAsync("Edit");
        var composer = ana.Page.Locator($"#c-{first.Id} study-composer");
        await composer.Words().FillAsync(Words);

        await LockAsync(first);

        await IsRefusedAsync(ana, composer, "This thread is locked.", first);
    }

    private async Task IsRefusedAsync(Reader ana, ILocator composer, string sentence, PostedComment first)
    {
        await composer.Post().ClickAsync();
        await Assertions.Expect(composer.GetByRole(AriaRole.Alert)).ToContainTextAsync($"Not sent: {sentence}");
        await Assertions.Expect(composer.Words()).ToHaveValueAsync(Words);

        // The page lives on: it hears what comes next.
        await using var db = await World.ReadAsync(Stop);
        await db.Threads().Where(thread => thread.Id == first.ThreadId).ExecuteUpdateAsync(set => set.SetProperty(thread => thread.LockedAt, (DateTimeOffset?)null), Stop);
        await World.ReplyAsync(first, Circle.Ben, "Still there?", Stop);
        await Assertions.Expect(ana.Post("Still there?")).ToBeVisibleAsync();
        Assert.False(await db.Comments().AnyAsync(comment => comment.Markdown == Words, Stop));
    }

    private async Task LockAsync(PostedComment first)
    {
        await using var db = await World.ReadAsync(Stop);
        await db.Threads().Where(thread => thread.Id == first.ThreadId).ExecuteUpdateAsync(set => set.SetProperty(thread => thread.LockedAt, DateTimeOffset.UtcNow), Stop);
    }

    private async Task<(Reader Ana, PostedComment First, PostedComment Asked)> ReadAsync()
    {
        var first = await World.CommentAsync(Circle, Circle.Ana, "A lamp needs a keeper.", "b1", 0, 8, Stop);
        var asked = await World.ReplyAsync(first, Circle.Ben, "Does it?", Stop);
        var ana = await SignedInAsync(Circle.Ana);
        ana.Forgive("409", "423");
        await ana.OpenThreadAsync(Circle, first.ThreadId);
        return (ana, first, asked);
    }
}
