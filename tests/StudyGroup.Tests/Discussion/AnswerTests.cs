using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class AnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task An_accepted_answer_is_seen_on_the_page_the_card_and_the_list(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (question, answer) = await AskAsync(stage);

        (await AcceptAsync(stage, answer, stage.Ana)).Must();

        var page = await stage.Get<ThreadQuery>().FindAsync(question.ThreadId, null, stage.Ben, Cancellation);
        var card = Assert.Single(await stage.Get<MarginQuery>().CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, stage.Ben, Cancellation));
        var row = Assert.Single(await stage.Get<ThreadQuery>().RecentAsync(stage.GroupId, null, stage.Ben, Cancellation));
        Assert.Equal((answer.Id, "Ana Beck"), (page?.Standing.AcceptedCommentId, page?.Standing.AcceptedByName));
        Assert.Equal((answer.Id, "Ana Beck"), (card.Standing?.AcceptedCommentId, card.Standing?.AcceptedByName));
        Assert.True(row.IsAnswered);
    }

    [Theory, BothEngines]
    public async Task A_better_answer_takes_the_place_of_the_first_and_acceptance_can_be_taken_back(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (question, answer) = await AskAsync(stage);
        var better = await stage.ReplyAsync(stage.Moderator, question, "The narrow one.");

        (await AcceptAsync(stage, answer, stage.Ana)).Must();
        (await AcceptAsync(stage, better, stage.Ana)).Must();
        Assert.Equal(better.Id, (await stage.ThreadRowAsync(question.ThreadId)).AcceptedCommentId);

        (await stage.Get<WithdrawAcceptanceHandler>().HandleAsync(new WithdrawAcceptance(question.ThreadId), stage.Ana, Cancellation)).Must();
        Assert.Null((await stage.ThreadRowAsync(question.ThreadId)).AcceptedCommentId);
    }

    [Theory, BothEngines]
    public async Task Twenty_clicks_at_once_accept_once_and_are_told_once(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (_, answer) = await AskAsync(stage);

        var done = await stage.Core.MeetAsync(stage.GroupId, 20, _ => AcceptAsync(stage, answer, stage.Ana));

        Assert.All(done, one => one.Must());
        await using var db = await stage.ReadAsync();
        Assert.Equal(1, await db.StreamEvents().CountAsync(row => row.Kind == DiscussionEvents.ThreadChanged, Cancellation));
    }

    [Fact]
    public async Task A_question_is_not_its_own_answer_and_a_comment_has_none()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var (question, _) = await AskAsync(stage);
        var comment = await stage.CommentAsync(stage.Ana, "The lamp is out.");
        var reply = await stage.ReplyAsync(stage.Ben, comment, "So it is.");

        Assert.Equal("question-itself", (await AcceptAsync(stage, question, stage.Ana)).Error?.Code);
        Assert.Equal("no-question", (await AcceptAsync(stage, reply, stage.Ana)).Error?.Code);
    }

    [Theory, BothEngines]
    public async Task What_is_deleted_or_hidden_answers_nothing_any_more(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (question, answer) = await AskAsync(stage);
        var other = await stage.ReplyAsync(stage.Ben, question, "Or the short one.");

        (await AcceptAsync(stage, answer, stage.Ana)).Must();
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(answer.Id), stage.Ben, Cancellation)).Must();
        Assert.Null((await stage.ThreadRowAsync(question.ThreadId)).AcceptedCommentId);
        Assert.Equal("gone", (await AcceptAsync(stage, answer, stage.Ana)).Error?.Code);

        (await AcceptAsync(stage, other, stage.Ana)).Must();
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(other.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        Assert.Null((await stage.ThreadRowAsync(question.ThreadId)).AcceptedCommentId);
    }

    [Theory, BothEngines]
    public async Task Who_answered_is_told_once_and_who_accepts_their_own_answer_is_told_nothing(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (question, answer) = await AskAsync(stage);
        var own = await stage.ReplyAsync(stage.Ana, question, "I found it myself.");
        await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);

        foreach (var one in new[] { answer, own, answer })
        {
            (await AcceptAsync(stage, one, stage.Ana)).Must();
            await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);
        }

        var told = (await stage.Get<NotificationQuery>().ListAsync(null, stage.Ben, Cancellation)).Where(notice => notice.Kind == NotificationKind.Accepted);
        Assert.Equal((answer.Id, stage.Ana.AccountId), told.Select(notice => (notice.CommentId, notice.ActorId)).Single());
        Assert.DoesNotContain(await stage.Get<NotificationQuery>().ListAsync(null, stage.Ana, Cancellation), notice => notice.Kind == NotificationKind.Accepted);
    }

    [Theory, BothEngines]
    public async Task The_event_brings_the_card_as_a_fresh_page_has_it(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (_, answer) = await AskAsync(stage);

        (await AcceptAsync(stage, answer, stage.Moderator)).Must();

        await using var db = await stage.ReadAsync();
        var row = await db.StreamEvents().AsNoTracking().SingleAsync(row => row.Kind == DiscussionEvents.ThreadChanged, Cancellation);
        var news = Assert.Single(await stage.Get<LiveEvents>().GetAsync([row], stage.Ana));
        Assert.Equal(Assert.Single(await stage.Get<MarginQuery>().CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, stage.Ben, Cancellation)), news.Card);
    }

    [Theory, BothEngines]
    public async Task Who_is_made_an_observer_while_the_click_is_on_its_way_accepts_nothing(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (question, answer) = await AskAsync(stage);

        await stage.BecomeAsync(stage.Ana, Role.Observer);

        Assert.NotNull((await AcceptAsync(stage, answer, stage.Ana)).Error);
        Assert.Null((await stage.ThreadRowAsync(question.ThreadId)).AcceptedCommentId);
    }

    private static async Task<(PostedComment Question, PostedComment Answer)> AskAsync(Stage stage)
    {
        var question = await stage.CommentAsync(stage.Ana, "Which street?", kind: AnnotationKind.Question);
        return (question, await stage.ReplyAsync(stage.Ben, question, "The long one."));
    }

    private static Task<Result> AcceptAsync(Stage stage, PostedComment answer, CurrentMember member) =>
        stage.Get<AcceptAnswerHandler>().HandleAsync(new AcceptAnswer(answer.Id), member, Cancellation);
}
