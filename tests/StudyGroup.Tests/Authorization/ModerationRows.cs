using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Shared;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;

namespace StudyGroup.Tests.Authorization;

/// <summary>Reports, and what moderators decide.</summary>
internal static class ModerationRows
{
    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(ReportCommentHandler), "another's comment", Discussers, async (stage, actor) => Report(stage, actor, await stage.CommentAsync(stage.Ben, "Loud."))),
        new(nameof(ReportCommentHandler), "another's private note", NotThere, async (stage, actor) => Report(stage, actor, await stage.CommentAsync(stage.Ben, "Loud.", isPrivate: true))),
        new(nameof(ReportCommentHandler), "a comment of another group", StrangerOnly, async (stage, actor) => Report(stage, actor, await stage.CommentAsync(stage.Zoe, "Loud.", stage.TextElsewhere))),
        new(nameof(HideCommentHandler), "another's comment", Moderators, async (stage, actor) => Hide(stage, actor, await stage.CommentAsync(stage.Ben, "Loud."))),
        new(nameof(HideCommentHandler), "another's private note", NotThere, async (stage, actor) => Hide(stage, actor, await stage.CommentAsync(stage.Ben, "Loud.", isPrivate: true))),
        new(nameof(HideCommentHandler), "a comment of another group", StrangerOnly, async (stage, actor) => Hide(stage, actor, await stage.CommentAsync(stage.Zoe, "Loud.", stage.TextElsewhere))),
        new(nameof(RestoreCommentHandler), "a hidden comment", Moderators, async (stage, actor) =>
        {
            var posted = await stage.CommentAsync(stage.Ben, "Loud.");
            Assert.Null(await Hide(stage, stage.Owner, posted)());
            return Restore(stage, actor, posted);
        }),
        new(nameof(RestoreCommentHandler), "a hidden comment of another group", StrangerOnly, async (stage, actor) =>
        {
            var posted = await stage.CommentAsync(stage.Zoe, "Loud.", stage.TextElsewhere);
            Assert.Null(await Hide(stage, stage.Zoe, posted)());
            return Restore(stage, actor, posted);
        }),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Func<Task<Error?>> Report(Stage stage, CurrentMember actor, PostedComment posted) => async () =>
        (await stage.Get<ReportCommentHandler>().HandleAsync(new ReportComment(posted.Id, "Too loud"), actor, Cancellation)).Error;

    private static Func<Task<Error?>> Hide(Stage stage, CurrentMember actor, PostedComment posted) => async () =>
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(posted.Id, "Too loud"), actor, Cancellation)).Error;

    private static Func<Task<Error?>> Restore(Stage stage, CurrentMember actor, PostedComment posted) => async () =>
        (await stage.Get<RestoreCommentHandler>().HandleAsync(new RestoreComment(posted.Id), actor, Cancellation)).Error;
}
