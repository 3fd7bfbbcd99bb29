using StudyGroup.Discussion;
using StudyGroup.Shared;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;

namespace StudyGroup.Tests.Authorization;

/// <summary>Comments that one keeps, and threads that one reads.</summary>
internal static class BookmarkRows
{
    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(BookmarkCommentHandler), "another's comment", Members, async (stage, actor) => Keep(stage, actor, await stage.CommentAsync(stage.Ben, "So it is."))),
        new(nameof(BookmarkCommentHandler), "another's private note", NotThere, async (stage, actor) => Keep(stage, actor, await stage.CommentAsync(stage.Ben, "So it is.", isPrivate: true))),
        new(nameof(BookmarkCommentHandler), "a comment of another group", StrangerOnly, async (stage, actor) => Keep(stage, actor, await stage.CommentAsync(stage.Zoe, "So it is.", stage.TextElsewhere))),
        new(nameof(MarkSeenHandler), "a thread", Members, async (stage, actor) => See(stage, actor, await stage.CommentAsync(stage.Ben, "So it is."))),
        new(nameof(MarkSeenHandler), "another's private note", NotThere, async (stage, actor) => See(stage, actor, await stage.CommentAsync(stage.Ben, "So it is.", isPrivate: true))),
        new(nameof(MarkSeenHandler), "a thread of another group", StrangerOnly, async (stage, actor) => See(stage, actor, await stage.CommentAsync(stage.Zoe, "So it is.", stage.TextElsewhere))),
    ];

    private static Func<Task<Error?>> See(Stage stage, CurrentMember actor, PostedComment posted) => async () =>
        (await stage.Get<MarkSeenHandler>().HandleAsync(new MarkSeen(posted.ThreadId, posted.Sequence), actor, TestContext.Current.CancellationToken)).Error;

    private static Func<Task<Error?>> Keep(Stage stage, CurrentMember actor, PostedComment posted) => async () =>
        (await stage.Get<BookmarkCommentHandler>().HandleAsync(new BookmarkComment(posted.Id, IsOn: true), actor, TestContext.Current.CancellationToken)).Error;
}
