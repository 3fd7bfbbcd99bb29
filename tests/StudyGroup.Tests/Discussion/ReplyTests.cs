using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class ReplyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_reply_stands_under_what_it_answers(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        stage.Core.Clock.Advance(TimeSpan.FromMinutes(3));

        var reply = await stage.ReplyAsync(stage.Ben, first, "The long one.");

        var views = await stage.Get<ThreadQuery>().CommentsAsync(first.ThreadId, 0, stage.Observer, Cancellation);
        Assert.Equal([(first.Id, (Guid?)null), (reply.Id, first.Id)], views.Select(view => (view.Id, view.ParentId)));
        var thread = await stage.ThreadRowAsync(first.ThreadId);
        Assert.Equal((2, first.Sequence, reply.Sequence), (thread.CommentCount, thread.FirstSequence, thread.LastSequence));
        Assert.Equal(stage.Core.Clock.GetUtcNow(), thread.LastAt);
    }

    [Theory, BothEngines]
    public async Task What_was_deleted_or_hidden_cannot_be_answered_any_more(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var hidden = await stage.ReplyAsync(stage.Ana, first, "Off the path.");
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(hidden.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(first.Id), stage.Ana, Cancellation)).Must();

        foreach (var gone in new[] { first, hidden })
            Assert.Equal((ErrorKind.Conflict, "gone"), await RefusalAsync(stage, gone.ThreadId, gone.Id));
        Assert.True((await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "Beside them.") { ThreadId = first.ThreadId })).Succeeded);
        Assert.Equal(1, (await stage.ThreadRowAsync(first.ThreadId)).CommentCount);
    }

    [Theory, BothEngines]
    public async Task A_reply_and_a_deletion_at_once_come_in_one_order_or_the_other(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        for (var round = 0; round < 6; round++)
        {
            var first = await stage.CommentAsync(stage.Ana, "Which street?");
            var deleting = stage.Get<DeleteCommentHandler>();
            Func<Task<Error?>>[] acts =
            [
                async () => (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "The long one.") { ThreadId = first.ThreadId, ParentId = first.Id })).Error,
                async () => (await deleting.HandleAsync(new DeleteComment(first.Id), stage.Ana, Cancellation)).Error,
            ];

            var refusals = await stage.Core.MeetAsync(stage.GroupId, 2, number => acts[(number + round) % 2]());

            Assert.All(refusals, refusal => Assert.True(refusal is null or { Code: "gone" }));
            Assert.True((await stage.CommentRowAsync(first.Id)).DeletedAt is not null);
            Assert.Equal(refusals.Count(refusal => refusal is null) - 1, (await stage.ThreadRowAsync(first.ThreadId)).CommentCount);
        }
    }

    [Theory, BothEngines]
    public async Task A_locked_thread_takes_no_more_words(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        await stage.LockAsync(first.ThreadId);

        Assert.Equal((ErrorKind.Locked, "locked"), await RefusalAsync(stage, first.ThreadId, first.Id));
        Assert.Equal("locked", (await stage.Get<EditCommentHandler>().HandleAsync(new EditComment(first.Id, 1, "Other words"), stage.Ana, Cancellation)).Error?.Code);
        Assert.Equal("locked", (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(first.Id), stage.Ana, Cancellation)).Error?.Code);
        Assert.Equal("Which street?", (await stage.CommentRowAsync(first.Id)).Markdown);
    }

    [Theory, BothEngines]
    public async Task A_comment_of_another_thread_cannot_be_answered_here(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var here = await stage.CommentAsync(stage.Ana, "Which street?");
        var there = await stage.CommentAsync(stage.Ana, "Which door?");

        Assert.Equal((ErrorKind.Invalid, "invalid"), await RefusalAsync(stage, here.ThreadId, there.Id));
        Assert.Equal((ErrorKind.Invalid, "invalid"), await RefusalAsync(stage, here.ThreadId, Guid.CreateVersion7()));
    }

    [Fact]
    public async Task A_comment_belongs_to_one_place_of_a_known_kind()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");
        var target = new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId, Passage = stage.Text.Passage() };
        var request = new PostComment(Guid.CreateVersion7(), "Well?") { Target = target };

        PostComment[] wrong =
        [
            request with { Key = Guid.Empty },
            request with { Target = null },
            request with { ThreadId = thread.ThreadId },
            request with { Target = target with { Kind = AnnotationKind.Highlight } },
            request with { Target = target with { Kind = (AnnotationKind)7 } },
            request with { Target = target with { ReadingId = null } },
        ];
        foreach (var one in wrong)
            Assert.Equal("invalid", (await stage.PostAsync(stage.Ana, one)).Error?.Code);
        Assert.True((await stage.PostAsync(stage.Ana, request)).Succeeded);
    }

    private static async Task<(ErrorKind?, string?)> RefusalAsync(Stage stage, Guid threadId, Guid parentId)
    {
        var refused = await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "The long one.") { ThreadId = threadId, ParentId = parentId });
        return (refused.Error?.Kind, refused.Error?.Code);
    }
}
