using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Moves;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class MoveTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Posts_that_are_split_off_keep_all_that_is_theirs(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var aside = await stage.ReplyAsync(stage.Ben, first, "And which door, @Ana Beck?");
        var answer = await stage.ReplyAsync(stage.Ana, aside, "The red one.");
        (await stage.Get<ReactHandler>().HandleAsync(new React(aside.Id, ReactionKind.Helpful, IsOn: true), stage.Ana, Cancellation)).Must();
        (await stage.Get<BookmarkCommentHandler>().HandleAsync(new BookmarkComment(aside.Id, IsOn: true), stage.Ana, Cancellation)).Must();
        var before = await CommentsAsync(stage, first.ThreadId);
        stage.Core.Clock.Advance(TimeSpan.FromHours(1));

        var move = await stage.SplitAsync(first, [answer.Id, aside.Id]);

        var moved = await CommentsAsync(stage, move.ThreadId);
        Assert.Equal(before.Skip(1).Select(post => (post.Id, post.AuthorId, post.PostedAt, post.Sequence, post.ParentId, post.Html, post.Reactions.Count)),
            moved.Select(post => (post.Id, post.AuthorId, post.PostedAt, post.Sequence, post.ParentId, post.Html, post.Reactions.Count)));
        Assert.Equal(["Ana Beck", null], moved.Select(post => post.AnswersName));
        var (from, to) = (await stage.ThreadRowAsync(first.ThreadId), await stage.ThreadRowAsync(move.ThreadId));
        Assert.Equal((first.Sequence, first.Sequence, 1), (from.FirstSequence, from.LastSequence, from.CommentCount));
        Assert.Equal((aside.Sequence, answer.Sequence, 2, "The street", stage.Ben.AccountId, (Guid?)stage.Text.ReadingId), (to.FirstSequence, to.LastSequence, to.CommentCount, to.Title, to.StartedById, to.ReadingId));
        var kept = Assert.Single(await stage.Get<BookmarkQuery>().ListAsync(null, stage.Ana, Cancellation));
        Assert.Equal(move.ThreadId, kept.ThreadId);
    }

    [Theory, BothEngines]
    public async Task Posts_that_go_into_another_thread_stand_there_by_their_numbers(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var old = await stage.ReplyAsync(stage.Ben, first, "And which door?");
        var other = await stage.CommentAsync(stage.Ben, "Which door?");
        var answer = await stage.ReplyAsync(stage.Ana, other, "The red one.");

        await stage.MoveAsync(first, [old.Id], other);

        Assert.Equal([old.Id, other.Id, answer.Id], (await CommentsAsync(stage, other.ThreadId)).Select(post => post.Id));
        // The thread is still what its own first comment began, on its card and in the lists.
        Assert.Equal((other.Sequence, 3), (await stage.ThreadRowAsync(other.ThreadId) is var to ? (to.FirstSequence, to.CommentCount) : default));
        Assert.Equal(other.Id, (await stage.Get<ThreadQuery>().FindAsync(other.ThreadId, null, stage.Ana, Cancellation))?.FirstCommentId);
    }

    [Theory, BothEngines]
    public async Task A_thread_whose_first_post_goes_begins_with_the_next_and_names_who_wrote_that(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var next = await stage.ReplyAsync(stage.Ben, first, "The long one.");

        await stage.SplitAsync(first, [first.Id]);

        var card = Assert.Single(await stage.Get<MarginQuery>().CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, stage.Observer, Cancellation));
        Assert.Equal((next.Id, "Ben Alderny", 1, "Ana Beck"), (card.First?.Id, card.First?.AuthorName, card.Comments, card.StartedByName));
        Assert.Equal("Ana Beck", Assert.Single(await CommentsAsync(stage, first.ThreadId)).AnswersName);
    }

    [Theory, BothEngines]
    public async Task A_merged_thread_leaves_its_pointer_and_stands_in_no_list_until_somebody_writes_there(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (first, other) = (await stage.CommentAsync(stage.Ana, "Which street?"), await stage.CommentAsync(stage.Ben, "Which door?"));

        await stage.MoveAsync(other, [other.Id], first);

        Assert.Equal([first.ThreadId], (await stage.Get<ThreadQuery>().RecentAsync(stage.GroupId, null, stage.Ben, Cancellation)).Select(row => row.Id));
        var pointer = Assert.Single(await stage.Get<MoveQuery>().PointersAsync(other.ThreadId, stage.Ben, Cancellation));
        Assert.Equal((1, other.Id, first.ThreadId, "Milo Tarn", ""), (pointer.Comments, pointer.CommentId, pointer.To.Id, pointer.ByName, pointer.Reason));
        var again = (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "Once more.") { ThreadId = other.ThreadId })).Must();
        Assert.Equal([other.ThreadId, first.ThreadId], (await stage.Get<ThreadQuery>().RecentAsync(stage.GroupId, null, stage.Ben, Cancellation)).Select(row => row.Id));
        Assert.Equal(again.Sequence, (await stage.ThreadRowAsync(other.ThreadId)).FirstSequence);
    }

    [Theory, BothEngines]
    public async Task An_accepted_answer_that_goes_is_one_no_longer(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var question = await stage.CommentAsync(stage.Ana, "Which street?", kind: AnnotationKind.Question);
        var answer = await stage.ReplyAsync(stage.Ben, question, "The long one.");
        (await stage.Get<AcceptAnswerHandler>().HandleAsync(new AcceptAnswer(answer.Id), stage.Ana, Cancellation)).Must();
        var request = new MoveComments(Guid.CreateVersion7(), question.ThreadId, [answer.Id]) { ToNew = new NewThread("Streets", IsTalk: true) };

        var preview = await stage.Get<MoveQuery>().PreviewAsync(request, stage.Moderator, Cancellation);
        var move = (await stage.Get<MoveCommentsHandler>().HandleAsync(request, stage.Moderator, Cancellation)).Must();

        Assert.Equal((true, 1), (preview?.TakesAnswer, preview?.Left));
        Assert.Equal([new MovedShare("Ben Alderny", 1)], preview?.Shares);
        Assert.Null((await stage.ThreadRowAsync(question.ThreadId)).AcceptedCommentId);
        Assert.Null((await stage.ThreadRowAsync(move.ThreadId)) is var to ? to.AcceptedCommentId ?? to.ReadingId : null);
    }

    [Theory, BothEngines]
    public async Task Nobody_is_told_and_nothing_that_was_read_is_new_again(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var other = await stage.CommentAsync(stage.Ana, "Which door?");
        await SeeAsync(stage, stage.Ben, other.ThreadId, other.Sequence);
        var read = await stage.ReplyAsync(stage.Ana, first, "The long one?");
        await SeeAsync(stage, stage.Ben, first.ThreadId, read.Sequence);
        var unread = await stage.ReplyAsync(stage.Ana, first, "Or the short one?");
        await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);
        var notices = await NoticesAsync(stage);

        await stage.MoveAsync(first, [read.Id, unread.Id], other);
        await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);

        var there = await stage.Get<UnreadQuery>().InThreadAsync(other.ThreadId, stage.Ben, Cancellation);
        Assert.Equal((1, unread.Sequence), (there?.Count, there?.First));
        Assert.Equal([read.Id], await stage.Get<UnreadQuery>().KnownAsync(other.ThreadId, stage.Ben, Cancellation));
        Assert.Equal(0, (await stage.Get<UnreadQuery>().InThreadAsync(first.ThreadId, stage.Ben, Cancellation))?.Count);
        Assert.Equal(1, Assert.Single(await stage.Get<UnreadQuery>().InReadingAsync(stage.GroupId, stage.Text.ReadingId, stage.Ben, Cancellation)).Count);
        Assert.Equal(notices, await NoticesAsync(stage));
    }

    [Theory, BothEngines]
    public async Task A_notice_leads_to_where_the_post_is_and_is_read_with_that_thread(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var named = await stage.ReplyAsync(stage.Ben, first, "The long one, @Ana Beck");
        await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);

        var move = await stage.SplitAsync(first, [named.Id]);

        var notice = Assert.Single(await stage.Get<NotificationQuery>().ListAsync(null, stage.Ana, Cancellation));
        Assert.Equal((move.ThreadId, "The street"), (notice.ThreadId, notice.ThreadTitle));
        (await stage.Get<MarkNotificationsReadHandler>().HandleAsync(new MarkNotificationsRead(ThreadId: move.ThreadId), stage.Ana, Cancellation)).Must();
        Assert.Equal(0, await stage.Get<NotificationQuery>().UnreadAsync(stage.Ana, Cancellation));
    }

    [Theory, BothEngines]
    public async Task An_answer_to_a_post_that_was_moved_goes_where_that_is(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var aside = await stage.ReplyAsync(stage.Ben, first, "And which door?");
        var move = await stage.SplitAsync(first, [aside.Id]);

        var late = await stage.ReplyAsync(stage.Ana, aside, "The red one.");
        (await stage.Get<UndoMoveHandler>().HandleAsync(new UndoMove(move.MoveId), stage.Moderator, Cancellation)).Must();
        var later = await stage.ReplyAsync(stage.Ana, aside with { ThreadId = move.ThreadId }, "No, the green one.");

        Assert.Equal((move.ThreadId, first.ThreadId), (late.ThreadId, later.ThreadId));
        var wrong = await stage.PostAsync(stage.Ana, new PostComment(Guid.CreateVersion7(), "Lost.") { ThreadId = (await stage.CommentAsync(stage.Ben, "Else")).ThreadId, ParentId = aside.Id });
        Assert.Equal("The comment you reply to is not in this thread.", wrong.Error?.Message);
    }

    [Theory, BothEngines]
    public async Task Of_two_moderators_at_once_one_moves_and_the_other_is_told(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var ids = new[] { (await stage.ReplyAsync(stage.Ben, first, "And which door?")).Id };

        var done = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => stage.Get<MoveCommentsHandler>().HandleAsync(
            new MoveComments(Guid.CreateVersion7(), first.ThreadId, ids) { ToNew = new NewThread($"Door {number}") }, number % 2 == 0 ? stage.Moderator : stage.Owner, Cancellation)));

        Assert.Single(done, one => one.Succeeded);
        Assert.All(done.Where(one => !one.Succeeded), one => Assert.Equal("moved-already", one.Error?.Code));
        await using var db = await stage.ReadAsync();
        Assert.Equal((1, 2), (await db.CommentMoves().CountAsync(Cancellation), await db.Threads().CountAsync(Cancellation)));
    }

    [Theory, BothEngines]
    public async Task The_same_request_twice_moves_once(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var request = new MoveComments(Guid.CreateVersion7(), first.ThreadId, [first.Id]) { ToNew = new NewThread("Streets") };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.Get<MoveCommentsHandler>().HandleAsync(request, stage.Moderator, Cancellation)));

        Assert.Single(answers.Select(answer => answer.Must()).Distinct());
    }

    [Theory, BothEngines]
    public async Task Both_ways_leave_a_trace(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var move = await stage.SplitAsync(first, [first.Id]);
        (await stage.Get<UndoMoveHandler>().HandleAsync(new UndoMove(move.MoveId), stage.Owner, Cancellation)).Must();

        await using var db = await stage.ReadAsync();
        var trace = await db.AuditEntries().Where(entry => entry.SubjectId == first.ThreadId).OrderBy(entry => entry.Action).Select(entry => $"{entry.Action}: {entry.Reason}").ToListAsync(Cancellation);
        Assert.Equal(["comments.move: Another matter", "comments.move-undo: "], trace);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused_with_a_sentence()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var request = new MoveComments(Guid.CreateVersion7(), first.ThreadId, [first.Id]) { ToNew = new NewThread("Streets") };

        Assert.Equal("nothing-to-move", await CodeAsync(stage, request with { CommentIds = [] }));
        Assert.Equal("too-many-posts", await CodeAsync(stage, request with { CommentIds = [.. Enumerable.Range(0, 501).Select(_ => Guid.CreateVersion7())] }));
        Assert.Equal("title-missing", await CodeAsync(stage, request with { ToNew = new NewThread(" ") }));
        Assert.Equal("too-long", await CodeAsync(stage, request with { ToNew = new NewThread(new string('x', TextLimits.ThreadTitle + 1)) }));
        Assert.Equal("too-long", await CodeAsync(stage, request with { Reason = new string('x', TextLimits.Reason + 1) }));
        Assert.Equal("same-thread", await CodeAsync(stage, request with { ToNew = null, ToThreadId = first.ThreadId }));
        Assert.Equal("invalid", await CodeAsync(stage, request with { ToNew = null }));
        Assert.Equal("not-found", await CodeAsync(stage, request with { CommentIds = [Guid.CreateVersion7()] }));
    }

    private static async Task<string?> CodeAsync(Stage stage, MoveComments request) => (await stage.Get<MoveCommentsHandler>().HandleAsync(request, stage.Moderator, Cancellation)).Error?.Code;

    private static Task<IReadOnlyList<CommentView>> CommentsAsync(Stage stage, Guid threadId) => stage.Get<ThreadQuery>().CommentsAsync(threadId, 0, stage.Observer, Cancellation);

    private static async Task SeeAsync(Stage stage, CurrentMember member, Guid threadId, long number) =>
        (await stage.Get<MarkSeenHandler>().HandleAsync(new MarkSeen(threadId, number), member, Cancellation)).Must();

    private static async Task<int> NoticesAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await db.Notifications().CountAsync(Cancellation);
    }
}
