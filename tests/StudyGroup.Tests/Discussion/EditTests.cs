using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class EditTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task An_edit_changes_the_words_and_keeps_what_they_were(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Which street?");
        stage.Core.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(2, (await EditAsync(stage, posted, version: 1, "Which *long* street?")).Must());

        var view = Assert.Single(await stage.Get<ThreadQuery>().CommentsAsync(posted.ThreadId, 0, stage.Ben, Cancellation));
        Assert.Equal((2, posted.Sequence, stage.Core.Clock.GetUtcNow()), (view.Version, view.Sequence, view.EditedAt));
        Assert.Contains("<em>long</em>", view.Html, StringComparison.Ordinal);
        Assert.Equal(new CommentSource("Which *long* street?", 2), await stage.Get<ThreadQuery>().SourceAsync(posted.Id, stage.Ana, Cancellation));
        await using var db = await stage.ReadAsync();
        var revision = await db.Revisions().SingleAsync(Cancellation);
        Assert.Equal((posted.Id, 1, "Which street?"), (revision.CommentId, revision.Version, revision.Markdown));
    }

    [Theory, BothEngines]
    public async Task An_edit_of_words_that_were_changed_meanwhile_is_a_conflict_and_changes_nothing(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "First");
        (await EditAsync(stage, posted, version: 1, "Second")).Must();

        foreach (var version in new[] { 1, 0, 3, -1 })
        {
            var refused = await EditAsync(stage, posted, version, "Third");
            Assert.Equal((ErrorKind.Conflict, "changed"), (refused.Error?.Kind, refused.Error?.Code));
        }

        Assert.Equal("Second", (await stage.CommentRowAsync(posted.Id)).Markdown);
        await using var db = await stage.ReadAsync();
        Assert.Equal(1, await db.StreamEvents().CountAsync(row => row.Kind == DiscussionEvents.CommentEdited, Cancellation));
    }

    [Theory, BothEngines]
    public async Task An_edit_whose_answer_was_lost_is_answered_again_and_made_once(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "First");

        Assert.Equal(2, (await EditAsync(stage, posted, version: 1, "Second")).Must());
        Assert.Equal(2, (await EditAsync(stage, posted, version: 1, "Second")).Must());

        await using var db = await stage.ReadAsync();
        Assert.Equal(1, await db.Revisions().CountAsync(Cancellation));
        Assert.Equal(1, await db.StreamEvents().CountAsync(row => row.Kind == DiscussionEvents.CommentEdited, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Of_ten_edits_of_one_version_at_once_one_wins_and_nine_are_told(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "First");

        var answers = await stage.Core.MeetAsync(stage.GroupId, 10, number => EditAsync(stage, posted, version: 1, $"Number {number}"));

        var winner = Assert.Single(Enumerable.Range(0, 10), number => answers[number].Succeeded);
        Assert.All(answers, answer => Assert.True(answer.Succeeded || answer.Error.Code == "changed"));
        var row = await stage.CommentRowAsync(posted.Id);
        Assert.Equal(($"Number {winner}", 2), (row.Markdown, row.Version));
    }

    [Theory, BothEngines]
    public async Task An_edit_and_a_hiding_at_once_leave_it_hidden_whichever_came_first(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        for (var round = 0; round < 10; round++)
        {
            var posted = await stage.CommentAsync(stage.Ana, "First");
            Func<Task<Error?>>[] acts =
            [
                async () => (await EditAsync(stage, posted, version: 1, "Second")).Error,
                async () => (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(posted.Id, "Off the path"), stage.Moderator, Cancellation)).Error,
            ];

            var refusals = await stage.Core.MeetAsync(stage.GroupId, 2, number => acts[(number + round) % 2]());

            var edit = refusals[round % 2];
            Assert.True(edit is null or { Code: "gone" });
            Assert.Null(refusals[(round + 1) % 2]);
            var row = await stage.CommentRowAsync(posted.Id);
            Assert.Equal((true, "Off the path", edit is null ? "Second" : "First"), (row.HiddenAt is not null, row.HiddenReason, row.Markdown));
            Assert.Equal(0, (await stage.ThreadRowAsync(posted.ThreadId)).CommentCount);
        }
    }

    [Theory, BothEngines]
    public async Task Who_left_or_was_suspended_changes_nothing_of_what_they_said(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var ofAna = await stage.CommentAsync(stage.Ana, "First");
        var ofBen = await stage.ReplyAsync(stage.Ben, ofAna, "Second");
        (await stage.Get<RemoveMemberHandler>().HandleAsync(new RemoveMember(stage.GroupId, stage.Ana.AccountId), stage.Owner, Cancellation)).Must();
        (await stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Ben.AccountId, "Too loud"), stage.Moderator, Cancellation)).Must();

        foreach (var (author, comment) in new[] { (stage.Ana, ofAna), (stage.Ben, ofBen) })
        {
            Assert.Equal(ErrorKind.NotFound, (await stage.Get<EditCommentHandler>().HandleAsync(new EditComment(comment.Id, 1, "Taken back"), author, Cancellation)).Error?.Kind);
            Assert.Equal(ErrorKind.NotFound, (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(comment.Id), author, Cancellation)).Error?.Kind);
            Assert.Equal(ErrorKind.NotFound, (await stage.PostAsync(author, new PostComment(Guid.CreateVersion7(), "And more") { ThreadId = comment.ThreadId })).Error?.Kind);
        }

        var words = await stage.Get<ThreadQuery>().CommentsAsync(ofAna.ThreadId, 0, stage.Observer, Cancellation);
        Assert.Equal(["<p dir=\"auto\">First</p>", "<p dir=\"auto\">Second</p>"], words.Select(comment => comment.Html?.Trim()));
        Assert.All(words, comment => Assert.Equal(1, comment.Version));
    }

    [Theory, BothEngines]
    public async Task What_is_hidden_or_deleted_cannot_be_edited(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var hidden = await stage.CommentAsync(stage.Ana, "First");
        var deleted = await stage.CommentAsync(stage.Ana, "First");
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(hidden.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(deleted.Id), stage.Ana, Cancellation)).Must();

        foreach (var gone in new[] { hidden, deleted })
        {
            foreach (var version in new[] { 1, 2 })
                Assert.Equal("gone", (await EditAsync(stage, gone, version, "Second")).Error?.Code);
        }

        Assert.Equal(("First", ""), ((await stage.CommentRowAsync(hidden.Id)).Markdown, (await stage.CommentRowAsync(deleted.Id)).Markdown));
    }

    [Theory, BothEngines]
    public async Task Who_is_named_in_an_edit_is_mentioned_once(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Which street, @Ben Alderny?");

        (await EditAsync(stage, posted, version: 1, "Which street, @Ben Alderny and @Milo Tarn?")).Must();
        (await EditAsync(stage, posted, version: 2, "Which street, @Milo Tarn?")).Must();

        await using var db = await stage.ReadAsync();
        var named = await db.Mentions().Where(mention => mention.CommentId == posted.Id).Select(mention => mention.AccountId).ToListAsync(Cancellation);
        Assert.Equal(new[] { stage.Ben.AccountId, stage.Moderator.AccountId }.Order(), named.Order());
    }

    private static Task<Result<int>> EditAsync(Stage stage, PostedComment posted, int version, string markdown) =>
        stage.Get<EditCommentHandler>().HandleAsync(new EditComment(posted.Id, version, markdown), stage.Ana, Cancellation);
}
