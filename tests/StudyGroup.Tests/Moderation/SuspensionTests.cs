using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Moderation;

public sealed class SuspensionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Who_is_suspended_neither_reads_nor_writes_until_reinstated(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var own = await stage.CommentAsync(stage.Ben, "Loud.");
        var mark = await stage.HighlightAsync(stage.Ben);

        (await SuspendAsync(stage)).Must();

        Assert.All(await WritingsAsync(stage, own, mark), refusal => Assert.Equal(Error.NotFound, refusal));
        Assert.Null(await stage.Get<GroupQuery>().FindAsync("herons", stage.Ben, Cancellation));
        Assert.Empty(await stage.Get<ThreadQuery>().CommentsAsync(own.ThreadId, 0, stage.Ben, Cancellation));
        Assert.Null(await stage.Get<ITopicAccess>().StreamOfAsync(stage.Ben, Topic.Thread(own.ThreadId), Cancellation));

        (await stage.Get<ReinstateMemberHandler>().HandleAsync(new ReinstateMember(stage.GroupId, stage.Ben.AccountId), stage.Moderator, Cancellation)).Must();
        Assert.All(await WritingsAsync(stage, own, mark), Assert.Null);
        Assert.Equal(Role.Participant, (await stage.Get<GroupQuery>().FindAsync("herons", stage.Ben, Cancellation))?.MyRole);
    }

    [Theory, BothEngines]
    public async Task Nothing_is_written_after_a_suspension_whatever_was_on_its_way(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ben, "Loud.");
        for (var round = 0; round < 5; round++)
        {
            await stage.BecomeAsync(stage.Ben, Role.Participant);

            await stage.Core.MeetAsync(stage.GroupId, 9, number => number == 4 ? DoneAsync(SuspendAsync(stage)) : DoneAsync(WriteAsync(stage, thread, isReply: number % 2 == 0)));

            await AssertSuspensionIsLastAsync(stage);
        }
    }

    // SQLite lets one in after the other, so there nothing can come between two steps.
    [Theory, InlineData(true), InlineData(false)]
    public async Task Whichever_step_a_post_has_reached_it_is_stored_before_the_suspension_or_not_at_all(bool isReply)
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(Engine.Postgres, commands.AddTo);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");
        var step = 0;
        for (var hasMet = true; hasMet;)
        {
            await stage.BecomeAsync(stage.Ben, Role.Participant);
            Task<Result>? suspending = null;
            commands.DoAt(++step, () => stage.Core.GoesNoFurtherAsync(suspending = Task.Run(() => SuspendAsync(stage), Cancellation)));

            var posted = await WriteAsync(stage, thread, isReply);

            commands.Heal();
            hasMet = suspending is not null;
            (await (suspending ?? SuspendAsync(stage))).Must();
            Assert.True(posted.Succeeded || posted.Error == Error.NotFound);
            await AssertSuspensionIsLastAsync(stage);
        }

        Assert.True(step > 10, $"Only {step} steps were tried.");
    }

    [Fact]
    public async Task A_suspension_says_why_and_is_made_once()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);

        Assert.Equal("reason", (await stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Ben.AccountId, " "), stage.Owner, Cancellation)).Error?.Code);
        (await SuspendAsync(stage)).Must();
        Assert.Equal("suspended", (await SuspendAsync(stage)).Error?.Code);
        Assert.Equal("not-suspended", (await stage.Get<ReinstateMemberHandler>().HandleAsync(new ReinstateMember(stage.GroupId, stage.Ana.AccountId), stage.Owner, Cancellation)).Error?.Code);
    }

    private static async Task AssertSuspensionIsLastAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        var last = await db.StreamEvents().Where(row => row.StreamId == stage.GroupId).OrderByDescending(row => row.Sequence).FirstAsync(Cancellation);
        Assert.Equal((RightsEvents.MembershipChanged, stage.Ben.AccountId), (last.Kind, last.SubjectId));
    }

    private static Task<Result> SuspendAsync(Stage stage) =>
        stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Ben.AccountId, "Loud"), stage.Owner, Cancellation);

    private static async Task<bool> DoneAsync(Task<Result> answer) => (await answer).Succeeded;

    private static async Task<bool> DoneAsync(Task<Result<PostedComment>> answer) => (await answer).Succeeded;

    private static Task<Result<PostedComment>> WriteAsync(Stage stage, PostedComment thread, bool isReply) => isReply
        ? stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "Louder.") { ThreadId = thread.ThreadId })
        : stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "Louder.") { Target = new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId, Passage = stage.Text.Passage() } });

    /// <summary>Everything that a participant can write, in an order in which each can be done.</summary>
    private static async Task<IReadOnlyList<Error?>> WritingsAsync(Stage stage, PostedComment own, Guid mark)
    {
        var others = await stage.CommentAsync(stage.Ana, "Quiet.");
        var highlight = new AddAnnotation(Guid.CreateVersion7(), stage.GroupId, stage.Text.ReadingId, AnnotationKind.Highlight, IsPrivate: true, stage.Text.Passage());
        return
        [
            (await WriteAsync(stage, own, isReply: true)).Error,
            (await WriteAsync(stage, own, isReply: false)).Error,
            (await stage.Get<AddAnnotationHandler>().HandleAsync(highlight, stage.Ben, Cancellation)).Error,
            (await stage.Get<RemoveAnnotationHandler>().HandleAsync(new RemoveAnnotation(mark), stage.Ben, Cancellation)).Error,
            (await stage.Get<EditCommentHandler>().HandleAsync(new EditComment(own.Id, 1, "Softer."), stage.Ben, Cancellation)).Error,
            (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(own.Id), stage.Ben, Cancellation)).Error,
            (await stage.Get<ReportCommentHandler>().HandleAsync(new ReportComment(others.Id, "Too quiet"), stage.Ben, Cancellation)).Error,
            (await stage.Get<MarkPositionHandler>().HandleAsync(new MarkPosition(stage.Text.ReadingId, "b2"), stage.Ben, Cancellation)).Error,
        ];
    }
}
