using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Notifications;

/// <summary>What is taken back takes its notices along.</summary>
public sealed class TakenBackTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [BothEngines(true)]
    [BothEngines(false)]
    public async Task A_comment_that_was_taken_back_is_neither_listed_nor_counted_nor_opened(Engine engine, bool isTold)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var deleted = await stage.CommentAsync(stage.Ana, "@Ben Alderny, the sallow door.");
        var hidden = await stage.CommentAsync(stage.Ana, "@Ben Alderny, the other sallow door.");
        if (isTold)
            await stage.TellAsync();
        var before = await stage.ListAsync(stage.Ben);

        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(deleted.Id), stage.Ana, Cancellation)).Must();
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(hidden.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        await stage.TellAsync();

        Assert.Equal(isTold ? 2 : 0, before.Count);
        Assert.Empty(await stage.ToldAsync(stage.Ben));
        foreach (var notice in before)
            Assert.Null(await stage.Get<NotificationQuery>().FindAsync(notice.Id, stage.Ben, Cancellation));
        // An open page of the recipient hears of both.
        await using var db = await stage.ReadAsync();
        Assert.Equal(isTold ? 2 : 0, await db.StreamEvents().CountAsync(row => row.StreamId == stage.Ben.AccountId && row.Kind == NotificationEvents.Read, Cancellation));
    }

    [Theory]
    [BothEngines(true)]
    [BothEngines(false)]
    public async Task A_comment_that_comes_back_is_told_once_whether_it_was_told_before_or_not(Engine engine, bool isTold)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ben, "Which door?");
        var reply = await stage.ReplyAsync(stage.Ana, thread, "The sallow one.");
        if (isTold)
            await stage.TellAsync();

        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(reply.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        await stage.TellAsync();
        // What is not shown is not read either.
        await stage.MarkAsync(stage.Ben, new MarkNotificationsRead());
        (await stage.Get<RestoreCommentHandler>().HandleAsync(new RestoreComment(reply.Id), stage.Moderator, Cancellation)).Must();
        await stage.TellAsync();

        Assert.Equal([(NotificationKind.Reply, "The sallow one.")], await stage.ToldAsync(stage.Ben));
        Assert.Equal(1, await stage.UnreadAsync(stage.Ben));
    }

    [Theory, BothEngines]
    public async Task An_acceptance_is_told_as_long_as_it_holds(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var question = await stage.CommentAsync(stage.Ana, "Which door?", kind: AnnotationKind.Question);
        var answer = await stage.ReplyAsync(stage.Ben, question, "The sallow one.");
        (await stage.Get<AcceptAnswerHandler>().HandleAsync(new AcceptAnswer(answer.Id), stage.Ana, Cancellation)).Must();
        await stage.TellAsync();
        Assert.Equal([(NotificationKind.Accepted, "The sallow one.")], await stage.ToldAsync(stage.Ben));

        (await stage.Get<WithdrawAcceptanceHandler>().HandleAsync(new WithdrawAcceptance(question.ThreadId), stage.Ana, Cancellation)).Must();
        await stage.TellAsync();
        Assert.Empty(await stage.ToldAsync(stage.Ben));
        await using (var db = await stage.ReadAsync())
            Assert.Equal(NotificationEvents.Read, (await db.StreamEvents().Where(row => row.StreamId == stage.Ben.AccountId).OrderBy(row => row.Sequence).LastAsync(Cancellation)).Kind);

        (await stage.Get<AcceptAnswerHandler>().HandleAsync(new AcceptAnswer(answer.Id), stage.Ana, Cancellation)).Must();
        await stage.TellAsync();
        Assert.Equal([(NotificationKind.Accepted, "The sallow one.")], await stage.ToldAsync(stage.Ben));
    }
}
