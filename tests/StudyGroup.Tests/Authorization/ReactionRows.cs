using StudyGroup.Discussion;
using StudyGroup.Shared;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;

namespace StudyGroup.Tests.Authorization;

/// <summary>Reactions to comments.</summary>
internal static class ReactionRows
{
    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(ReactHandler), "another's comment", Discussers, async (stage, actor) => React(stage, actor, await stage.CommentAsync(stage.Ben, "So it is."))),
        new(nameof(ReactHandler), "another's private note", NotThere, async (stage, actor) => React(stage, actor, await stage.CommentAsync(stage.Ben, "So it is.", isPrivate: true))),
        new(nameof(ReactHandler), "a comment of another group", StrangerOnly, async (stage, actor) => React(stage, actor, await stage.CommentAsync(stage.Zoe, "So it is.", stage.TextElsewhere))),
    ];

    private static Func<Task<Error?>> React(Stage stage, CurrentMember actor, PostedComment posted) => async () =>
        (await stage.Get<ReactHandler>().HandleAsync(new React(posted.Id, ReactionKind.Helpful, IsOn: true), actor, TestContext.Current.CancellationToken)).Error;
}
