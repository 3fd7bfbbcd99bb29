using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>The line to the database breaks at every step of a post in turn; the page sends again under the same key.</summary>
public sealed class FaultyPostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [BothEngines(false)]
    [BothEngines(true)]
    public async Task All_of_a_comment_is_stored_or_nothing_and_sending_it_again_stores_it_once(Engine engine, bool isReply)
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(engine, commands.AddTo);
        var thread = await stage.CommentAsync(stage.Ben, "Who counts?");
        var unconfirmed = 0;

        var step = 0;
        for (var isDone = false; !isDone;)
        {
            var request = Request(stage, isReply ? thread : null);
            (await stage.Get<SaveDraftHandler>().HandleAsync(new SaveDraft("here", step + 1, request.Markdown, "{}"), stage.Ana, Cancellation)).Must();
            var before = await ContentAsync(stage);

            commands.FailAt(++step);
            var fault = await Record.ExceptionAsync(() => stage.PostAsync(stage.Ana, request));
            commands.Heal();

            isDone = fault is null;
            if (fault is not null)
                Assert.IsType<BrokenLineException>(fault.GetBaseException());
            if (fault is not null && !before.SequenceEqual(await ContentAsync(stage)))
            {
                unconfirmed++;
                await AssertStoredOnceAsync(stage, request.Key);
            }

            (await stage.PostAsync(stage.Ana, request)).Must();
            await AssertStoredOnceAsync(stage, request.Key);
        }

        Assert.True(step > 10, $"Only {step} steps were tried.");
        Assert.Equal(1, unconfirmed);
    }

    [Fact]
    public async Task A_passing_fault_at_any_step_is_not_even_noticed()
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(Engine.Postgres, commands.AddTo);

        var step = 0;
        for (var isDone = false; !isDone;)
        {
            var request = Request(stage, thread: null);
            commands.FailAt(++step, new TimeoutException("For a moment."));

            (await stage.PostAsync(stage.Ana, request)).Must();
            isDone = commands.Steps < step;
            commands.Heal();

            await AssertStoredOnceAsync(stage, request.Key);
        }

        Assert.True(step > 10, $"Only {step} steps were tried.");
    }

    private static PostComment Request(Stage stage, PostedComment? thread) => new(Guid.CreateVersion7(), "Whose door, @Ben Alderny?")
    {
        ThreadId = thread?.ThreadId,
        ParentId = thread?.Id,
        DraftKey = "here",
        Target = thread is not null ? null : new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId, Passage = stage.Text.Passage() },
    };

    private static async Task<IReadOnlyList<string>> ContentAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await DatabaseContent.RowsAsync(db, Cancellation);
    }

    // One comment, one event with its number, one mention, one notice, and nothing left of the draft.
    private static async Task AssertStoredOnceAsync(Stage stage, Guid key)
    {
        await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);
        await using var db = await stage.ReadAsync();
        var comment = Assert.Single(await db.Comments().Where(row => row.IdempotencyKey == key).ToListAsync(Cancellation));
        var heard = Assert.Single(await db.StreamEvents().Where(row => row.SubjectId == comment.Id).ToListAsync(Cancellation));
        Assert.Equal((stage.GroupId, comment.Sequence, DiscussionEvents.CommentPosted, comment.ThreadId), (heard.StreamId, heard.Sequence, heard.Kind, heard.ThreadId));
        var notice = Assert.Single(await db.Notifications().Where(row => row.CommentId == comment.Id).ToListAsync(Cancellation));
        Assert.Equal((stage.Ben.AccountId, NotificationKind.Mention), (notice.RecipientId, notice.Kind));
        Assert.Equal(1, await db.StreamEvents().CountAsync(row => row.SubjectId == notice.Id, Cancellation));
        Assert.Equal(1, await db.Mentions().CountAsync(row => row.CommentId == comment.Id, Cancellation));
        Assert.False(await db.Drafts().AnyAsync(draft => draft.Markdown != "", Cancellation));

        var thread = await stage.ThreadRowAsync(comment.ThreadId);
        Assert.Equal((thread.CommentCount, thread.LastSequence), (await db.Comments().CountAsync(row => row.ThreadId == thread.Id, Cancellation), comment.Sequence));
        var stream = await db.EventStreams().SingleAsync(row => row.Id == stage.GroupId, Cancellation);
        Assert.Equal(stream.LastSequence, await db.StreamEvents().CountAsync(row => row.StreamId == stage.GroupId, Cancellation));
    }
}
