using StudyGroup.Discussion;
using StudyGroup.Discussion.Moves;
using StudyGroup.Shared;
using StudyGroup.Tests.Discussion;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;

namespace StudyGroup.Tests.Authorization;

/// <summary>Comments that go to another thread, and back. Whose thread it is makes no difference: moderators alone do it.</summary>
internal static class MoveRows
{
    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(MoveCommentsHandler), "to a new thread", Moderators, async (stage, actor) => Move(stage, actor, await stage.CommentAsync(stage.Ben, "Loud."), null)),
        new(nameof(MoveCommentsHandler), "to another thread", Moderators, async (stage, actor) => Move(stage, actor, await stage.CommentAsync(stage.Ben, "Loud."), await stage.CommentAsync(stage.Ana, "Louder."))),
        new(nameof(MoveCommentsHandler), "out of another's note", NotThere, async (stage, actor) => Move(stage, actor, await stage.CommentAsync(stage.Ben, "Loud.", isPrivate: true), null)),
        new(nameof(MoveCommentsHandler), "into a note of one's own", [Outcome.Missing, Outcome.Missing, Outcome.Refused, Outcome.Refused, Outcome.Missing, Outcome.Missing, Outcome.Missing], async (stage, actor) =>
            Move(stage, actor, await stage.CommentAsync(stage.Ben, "Loud."), await stage.CommentAsync(stage.Moderator, "Louder.", isPrivate: true))),
        new(nameof(MoveCommentsHandler), "into another group", [Outcome.Missing, Outcome.Missing, Outcome.Refused, Outcome.Refused, Outcome.Missing, Outcome.Missing, Outcome.Missing], async (stage, actor) =>
            Move(stage, actor, await stage.CommentAsync(stage.Ben, "Loud."), await stage.CommentAsync(stage.Zoe, "Louder.", stage.TextElsewhere))),
        new(nameof(MoveCommentsHandler), "in another group", StrangerOnly, async (stage, actor) => Move(stage, actor, await stage.CommentAsync(stage.Zoe, "Loud.", stage.TextElsewhere), null)),
        new(nameof(UndoMoveHandler), "a move", Moderators, async (stage, actor) =>
        {
            var said = await stage.CommentAsync(stage.Ben, "Loud.");
            return Undo(stage, actor, await stage.SplitAsync(said, [said.Id]));
        }),
        new(nameof(UndoMoveHandler), "a move of another group", StrangerOnly, async (stage, actor) =>
        {
            var said = await stage.CommentAsync(stage.Zoe, "Loud.", stage.TextElsewhere);
            return Undo(stage, actor, (await stage.Get<MoveCommentsHandler>().HandleAsync(Of(said, null), stage.Zoe, Cancellation)).Must());
        }),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MoveComments Of(PostedComment said, PostedComment? to) =>
        new(Guid.CreateVersion7(), said.ThreadId, [said.Id]) { ToThreadId = to?.ThreadId, ToNew = to is null ? new NewThread("Loud things") : null };

    private static Func<Task<Error?>> Move(Stage stage, CurrentMember actor, PostedComment said, PostedComment? to) => async () =>
        (await stage.Get<MoveCommentsHandler>().HandleAsync(Of(said, to), actor, Cancellation)).Error;

    private static Func<Task<Error?>> Undo(Stage stage, CurrentMember actor, MoveAnswer move) => async () =>
        (await stage.Get<UndoMoveHandler>().HandleAsync(new UndoMove(move.MoveId), actor, Cancellation)).Error;
}
