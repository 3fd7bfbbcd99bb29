using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class DeleteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_deleted_comment_leaves_a_stub_in_its_place_and_the_replies_stay(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var reply = await stage.ReplyAsync(stage.Ben, first, "The long one.");

        (await DeleteAsync(stage, first)).Must();

        var views = await stage.Get<ThreadQuery>().CommentsAsync(first.ThreadId, 0, stage.Ben, Cancellation);
        Assert.Equal([(first.Id, true, (string?)null), (reply.Id, false, "<p dir=\"auto\">The long one.</p>")], views.Select(view => (view.Id, view.IsDeleted, view.Html)));
        var card = Assert.Single(await stage.Get<MarginQuery>().CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, stage.Ben, Cancellation));
        Assert.Equal((1, first.Id, true, (string?)null), (card.Comments, card.First?.Id, card.First?.IsDeleted, card.First?.Html));
        Assert.Equal(first.Id, (await stage.Get<ThreadQuery>().FindAsync(first.ThreadId, null, stage.Ben, Cancellation))?.FirstCommentId);
    }

    [Theory, BothEngines]
    public async Task Its_words_are_gone_from_every_table(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "heronsbill one, @Ben Alderny");
        (await stage.Get<EditCommentHandler>().HandleAsync(new EditComment(posted.Id, 1, "heronsbill two"), stage.Ana, Cancellation)).Must();

        (await DeleteAsync(stage, posted)).Must();

        await using var db = await stage.ReadAsync();
        Assert.DoesNotContain(await DatabaseContent.RowsAsync(db, Cancellation), row => row.Contains("heronsbill", StringComparison.Ordinal));
        Assert.False(await db.Mentions().AnyAsync(Cancellation));
    }

    [Theory, BothEngines]
    public async Task Of_five_deletions_at_once_one_counts(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        await stage.ReplyAsync(stage.Ben, first, "The long one.");

        var answers = await stage.Core.MeetAsync(stage.GroupId, 5, _ => DeleteAsync(stage, first));

        Assert.Single(answers, answer => answer.Succeeded);
        Assert.All(answers, answer => Assert.True(answer.Succeeded || answer.Error.Code == "gone"));
        Assert.Equal(1, (await stage.ThreadRowAsync(first.ThreadId)).CommentCount);
        await using var db = await stage.ReadAsync();
        Assert.Equal(1, await db.StreamEvents().CountAsync(row => row.Kind == DiscussionEvents.CommentDeleted, Cancellation));
    }

    [Theory, BothEngines]
    public async Task What_a_moderator_hid_can_be_deleted_by_its_author_and_comes_back_for_nobody(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Which street?");
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(posted.Id, "Off the path"), stage.Moderator, Cancellation)).Must();

        (await DeleteAsync(stage, posted)).Must();

        Assert.Equal("not-hidden", (await stage.Get<RestoreCommentHandler>().HandleAsync(new RestoreComment(posted.Id), stage.Moderator, Cancellation)).Error?.Code);
        Assert.Equal(0, (await stage.ThreadRowAsync(posted.ThreadId)).CommentCount);
    }

    private static Task<Result> DeleteAsync(Stage stage, PostedComment posted) =>
        stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(posted.Id), stage.Ana, Cancellation);
}
