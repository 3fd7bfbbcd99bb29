using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>A line may break after the request and before the answer, so a page sends again under the same key until it is answered.</summary>
public sealed class PostOnceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Fifty_sends_of_a_new_thread_under_one_key_make_one_and_get_one_answer(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var request = Question(stage);

        var answers = await stage.Core.MeetAsync(stage.GroupId, 50, _ => stage.PostAsync(stage.Ana, request));

        var posted = Assert.Single(answers.Select(answer => answer.Must()).Distinct());
        await AssertPostedOnceAsync(stage, posted);
    }

    [Theory, BothEngines]
    public async Task Fifty_sends_of_a_reply_under_one_key_make_one_and_get_one_answer(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ben, "Which street?");
        var request = new PostComment(Guid.CreateVersion7(), "The long one.") { ThreadId = first.ThreadId, ParentId = first.Id };

        var answers = await stage.Core.MeetAsync(stage.GroupId, 50, _ => stage.PostAsync(stage.Ana, request));

        var posted = Assert.Single(answers.Select(answer => answer.Must()).Distinct());
        Assert.Equal(first.Sequence + 1, posted.Sequence);
        Assert.Equal(2, (await stage.ThreadRowAsync(first.ThreadId)).CommentCount);
    }

    // SQLite lets one in after the other, so there nothing can come between two steps.
    [Fact]
    public async Task Whenever_the_same_request_is_answered_elsewhere_both_get_the_same_answer()
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(Engine.Postgres, commands.AddTo);

        for (var step = 1; ; step++)
        {
            var request = Question(stage);
            Task<Result<PostedComment>>? other = null;
            commands.DoAt(step, () => stage.Core.GoesNoFurtherAsync(other = Task.Run(() => stage.PostAsync(stage.Ana, request))));

            var answer = await stage.PostAsync(stage.Ana, request);

            if (other is null)
                break;
            Assert.Equal((await other).Must(), answer.Must());
            await AssertPostedOnceAsync(stage, answer.Must());
        }
    }

    [Theory, BothEngines]
    public async Task Another_text_under_a_key_that_was_answered_is_ignored(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var request = Question(stage);

        var first = (await stage.PostAsync(stage.Ana, request)).Must();
        var second = (await stage.PostAsync(stage.Ana, request with { Markdown = "Something else" })).Must();

        Assert.Equal(first, second);
        Assert.Equal("Which @Ben Alderny?", (await stage.CommentRowAsync(first.Id)).Markdown);
    }

    [Fact]
    public async Task A_key_belongs_to_its_member()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var request = Question(stage);

        var anas = (await stage.PostAsync(stage.Ana, request)).Must();
        var bens = (await stage.PostAsync(stage.Ben, request)).Must();

        Assert.NotEqual(anas.Id, bens.Id);
    }

    [Fact]
    public async Task A_key_of_a_highlight_does_not_make_a_comment_on_it()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var request = Question(stage);
        var highlight = new AddAnnotation(request.Key, stage.GroupId, stage.Text.ReadingId, AnnotationKind.Highlight, IsPrivate: false, stage.Text.Passage());
        (await stage.Get<AddAnnotationHandler>().HandleAsync(highlight, stage.Ana, Cancellation)).Must();

        Assert.Equal("key-used", (await stage.PostAsync(stage.Ana, request)).Error?.Code);
    }

    private static PostComment Question(Stage stage) => new(Guid.CreateVersion7(), "Which @Ben Alderny?")
    {
        Target = new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId, Passage = stage.Text.Passage(), Kind = AnnotationKind.Question },
    };

    private static async Task AssertPostedOnceAsync(Stage stage, PostedComment posted)
    {
        await using var db = await stage.ReadAsync();
        var thread = await stage.ThreadRowAsync(posted.ThreadId);
        var comment = Assert.Single(await db.Comments().Where(comment => comment.ThreadId == posted.ThreadId).ToListAsync(Cancellation));
        Assert.Equal((posted.Id, posted.Sequence), (comment.Id, comment.Sequence));
        Assert.Equal(1, thread.CommentCount);
        Assert.Equal(1, await db.Annotations().CountAsync(mark => mark.IdempotencyKey == comment.IdempotencyKey, Cancellation));
        Assert.Equal(1, await db.Threads().CountAsync(row => row.AnnotationId == thread.AnnotationId, Cancellation));
        Assert.Equal([stage.Ben.AccountId], await db.Mentions().Where(mention => mention.CommentId == posted.Id).Select(mention => mention.AccountId).ToListAsync(Cancellation));
    }
}
