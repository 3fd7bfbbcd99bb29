using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Rendering;
using StudyGroup.Discussion.Tags;
using StudyGroup.Groups;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>Comments that an older version of the program rendered are made anew at a start.</summary>
public sealed class OlderCommentsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task An_older_comment_gets_its_tags_and_says_what_it_said(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "On #bells, and <b>#ferries</b>");
        var made = (await stage.CommentRowAsync(posted.Id)).Html;
        await AgeAsync(stage, made.Replace("<a href=\"/groups/herons/notebook?tag=bells\" class=\"hashtag\" dir=\"auto\">#bells</a>", "#bells", StringComparison.Ordinal));

        Assert.Equal(1, await stage.Get<OlderComments>().RenderAsync(Cancellation));

        var row = await stage.CommentRowAsync(posted.Id);
        Assert.Equal((made, CommentRenderer.Version, 1, null), (row.Html, row.RendererVersion, row.Version, row.EditedAt));
        Assert.Equal(["bells", "ferries"], (await stage.Get<TagQuery>().ListAsync(stage.GroupId, null, null, stage.Ben, Cancellation)).Select(tag => tag.Key));
        Assert.Equal(0, await stage.Get<OlderComments>().RenderAsync(Cancellation));
    }

    [Theory, BothEngines]
    public async Task Names_and_paragraphs_stay_those_that_were_meant(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "As said.");
        var words = $"For @Ben Alderny: #bells in ¶1, as in {stage.Get<StudyGroup.Shared.SiteAddress>().Of($"/groups/herons/readings/{stage.Text.Slug}#b3")} & ¶99";
        var posted = await stage.ReplyAsync(stage.Ana, first, words);
        var made = (await stage.CommentRowAsync(posted.Id)).Html;
        Assert.Contains("class=\"mention\"", made, StringComparison.Ordinal);
        Assert.Contains("class=\"pref\"", made, StringComparison.Ordinal);
        await AgeAsync(stage, html: null);
        await using (var db = await stage.ReadAsync())
        {
            await db.Users.Where(account => account.Id == stage.Ben.AccountId).ExecuteUpdateAsync(set => set.SetProperty(account => account.DisplayName, "Somebody Else"), Cancellation);
            await db.ShelfItems().ExecuteUpdateAsync(set => set.SetProperty(item => item.Slug, item => item.Slug + "-moved"), Cancellation);
        }

        await stage.Get<OlderComments>().RenderAsync(Cancellation);

        Assert.Equal(made, (await stage.CommentRowAsync(posted.Id)).Html);
    }

    [Theory, BothEngines]
    public async Task What_was_deleted_or_cannot_be_a_comment_any_more_stays_as_it_is(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (deleted, refused) = (await stage.CommentAsync(stage.Ana, "#bells"), await stage.CommentAsync(stage.Ben, "#ferries"));
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(deleted.Id), stage.Ana, Cancellation)).Must();
        await AgeAsync(stage, html: null);
        await using (var db = await stage.ReadAsync())
            await db.Comments().Where(row => row.Id == refused.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Markdown, new string('>', 200) + "#").SetProperty(row => row.Html, "<p>old</p>"), Cancellation);

        Assert.Equal(2, await stage.Get<OlderComments>().RenderAsync(Cancellation));

        Assert.Equal(["", "<p>old</p>"], new[] { await stage.CommentRowAsync(deleted.Id), await stage.CommentRowAsync(refused.Id) }.Select(row => row.Html));
        Assert.Empty(await stage.Get<TagQuery>().ListAsync(stage.GroupId, null, null, stage.Ana, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Two_starts_at_once_and_more_comments_than_go_at_a_time_leave_none_behind(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Many #bells");
        await stage.AddCommentsAsync(stage.Ben, 1_100, first.ThreadId);
        await AgeAsync(stage, html: null);

        await Task.WhenAll(stage.Get<OlderComments>().RenderAsync(Cancellation), stage.Get<OlderComments>().RenderAsync(Cancellation));

        await using var db = await stage.ReadAsync();
        Assert.False(await db.Comments().AnyAsync(row => row.RendererVersion != CommentRenderer.Version, Cancellation));
        Assert.Equal(1, await db.CommentTags().CountAsync(Cancellation));
    }

    private static async Task AgeAsync(Stage stage, string? html)
    {
        await using var db = await stage.ReadAsync();
        await db.CommentTags().ExecuteDeleteAsync(Cancellation);
        await db.Comments().ExecuteUpdateAsync(set => set.SetProperty(row => row.RendererVersion, CommentRenderer.Version - 1), Cancellation);
        if (html is not null)
            await db.Comments().ExecuteUpdateAsync(set => set.SetProperty(row => row.Html, html), Cancellation);
    }
}
