using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Moves;
using StudyGroup.Tests.Authorization;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>The ways in which comments come to another thread, each beginning with a comment of Ana's that names Ben, and two answers.</summary>
internal static class MoveStories
{
    public static IReadOnlyList<EventCase> All { get; } =
    [
        new(DiscussionEvents.CommentMoved, "an answer goes to a new thread", async (stage, first) => await stage.SplitAsync(first, await AnswersAsync(stage, first))),
        new(DiscussionEvents.CommentParted, "the first comment goes to group talk without its answers", (stage, first) => stage.SplitAsync(first, [first.Id], isTalk: true)),
        new(DiscussionEvents.CommentMoved, "all of a thread goes into an older one, and some is said there", async (stage, first) =>
        {
            var other = await stage.CommentAsync(stage.Ana, "Which street?");
            await stage.MoveAsync(other, [other.Id], first);
            await stage.ReplyAsync(stage.Ben, first, "One talk is enough.");
        }),
        new(DiscussionEvents.CommentMoved, "older comments go into a thread, which goes on to begin with its own", async (stage, first) =>
            await stage.MoveAsync(first, await AnswersAsync(stage, first), await stage.CommentAsync(stage.Ben, "Which street?"))),
        new(DiscussionEvents.CommentMoved, "comments are moved, and back again", async (stage, first) =>
        {
            var move = await stage.SplitAsync(first, await AnswersAsync(stage, first));
            (await stage.Get<UndoMoveHandler>().HandleAsync(new UndoMove(move.MoveId), stage.Owner, Cancellation)).Must();
        }),
        new(DiscussionEvents.CommentMoved, "an accepted answer is moved on, and on", async (stage, _) =>
        {
            var question = await stage.CommentAsync(stage.Ana, "Which street?", kind: AnnotationKind.Question);
            var answer = await stage.ReplyAsync(stage.Ben, question, "The long one.");
            (await stage.Get<AcceptAnswerHandler>().HandleAsync(new AcceptAnswer(answer.Id), stage.Ana, Cancellation)).Must();
            var split = await stage.SplitAsync(question, [answer.Id]);
            await stage.MoveAsync(answer with { ThreadId = split.ThreadId }, [answer.Id], await stage.CommentAsync(stage.Ana, "Which door?"));
        }),
        new(DiscussionEvents.CommentMoved, "a comment is edited, moved and hidden", async (stage, first) =>
        {
            (await stage.Get<EditCommentHandler>().HandleAsync(new EditComment(first.Id, 1, "Other words for @Ben Alderny"), stage.Ana, Cancellation)).Must();
            await stage.SplitAsync(first, [first.Id]);
            (await stage.Get<StudyGroup.Moderation.HideCommentHandler>().HandleAsync(new(first.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        }),
        new(DiscussionEvents.CommentMoved, "group talk goes where one's own note comes first", async (stage, _) =>
        {
            await stage.SetOwnNoteFirstAsync();
            var talk = (await stage.PostAsync(stage.Moderator, new PostComment(Guid.CreateVersion7(), "Look at the doors.") { Target = new CommentTarget(stage.GroupId) })).Must();
            var passage = await stage.CommentAsync(stage.Moderator, "And at the street.");
            await stage.MoveAsync(talk, [talk.Id], passage);
        }),
        new(DiscussionEvents.CommentMoved, "what waits for one's own note goes to group talk", async (stage, _) =>
        {
            await stage.SetOwnNoteFirstAsync();
            var passage = await stage.CommentAsync(stage.Moderator, "Look at the doors.");
            await stage.SplitAsync(passage, [(await stage.ReplyAsync(stage.Moderator, passage, "And at the street.")).Id], isTalk: true);
        }),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<MoveAnswer> SplitAsync(this Stage stage, PostedComment from, IReadOnlyCollection<Guid> ids, bool isTalk = false) =>
        MoveAsync(stage, new MoveComments(Guid.CreateVersion7(), from.ThreadId, ids) { ToNew = new NewThread("The street", isTalk), Reason = "Another matter" });

    public static Task<MoveAnswer> MoveAsync(this Stage stage, PostedComment from, IReadOnlyCollection<Guid> ids, PostedComment to) =>
        MoveAsync(stage, new MoveComments(Guid.CreateVersion7(), from.ThreadId, ids) { ToThreadId = to.ThreadId });

    private static async Task<MoveAnswer> MoveAsync(Stage stage, MoveComments request) =>
        (await stage.Get<MoveCommentsHandler>().HandleAsync(request, stage.Moderator, Cancellation)).Must();

    private static async Task<IReadOnlyCollection<Guid>> AnswersAsync(Stage stage, PostedComment first)
    {
        await using var db = await stage.ReadAsync();
        return await db.Comments().Where(comment => comment.ThreadId == first.ThreadId && comment.Id != first.Id).Select(comment => comment.Id).ToListAsync(Cancellation);
    }
}
