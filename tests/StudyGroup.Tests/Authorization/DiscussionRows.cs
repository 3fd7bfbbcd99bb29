using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Shared;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;

namespace StudyGroup.Tests.Authorization;

/// <summary>Marks, threads, comments and drafts.</summary>
internal static class DiscussionRows
{
    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(AddAnnotationHandler), "a text of the group", Discussers, Act((stage, actor) => MarkAsync(stage, actor, stage.Text, isPrivate: false))),
        new(nameof(AddAnnotationHandler), "a text of the group, for oneself", Members, Act((stage, actor) => MarkAsync(stage, actor, stage.Text, isPrivate: true))),
        new(nameof(AddAnnotationHandler), "a text of another group", StrangerOnly, Act((stage, actor) => MarkAsync(stage, actor, stage.TextElsewhere, isPrivate: false))),
        new(nameof(AddAnnotationHandler), "a text of another group under one's own group", NotThere, Act((stage, actor) =>
            MarkAsync(stage, actor, stage.TextElsewhere with { GroupId = stage.GroupId }, isPrivate: true))),
        new(nameof(RemoveAnnotationHandler), "one's own mark", Members, async (stage, actor) => RemoveMark(stage, actor, await MarkOfAsync(stage, actor, isPrivate: false))),
        new(nameof(RemoveAnnotationHandler), "another's mark", NotThere, async (stage, actor) => RemoveMark(stage, actor, await MarkOfAsync(stage, stage.Ben, isPrivate: false))),
        new(nameof(RemoveAnnotationHandler), "another's private mark", NotThere, async (stage, actor) => RemoveMark(stage, actor, await MarkOfAsync(stage, stage.Ben, isPrivate: true))),
        new(nameof(PostCommentHandler), "a text of the group", Discussers, Act((stage, actor) => StartAsync(stage, actor, stage.Text, isPrivate: false))),
        new(nameof(PostCommentHandler), "a text of the group, for oneself", Members, Act((stage, actor) => StartAsync(stage, actor, stage.Text, isPrivate: true))),
        new(nameof(PostCommentHandler), "a text of another group", StrangerOnly, Act((stage, actor) => StartAsync(stage, actor, stage.TextElsewhere, isPrivate: false))),
        new(nameof(PostCommentHandler), "another's thread", Discussers, async (stage, actor) => Answer(stage, actor, await stage.CommentAsync(stage.Ben, "Which street?"))),
        new(nameof(PostCommentHandler), "another's private note", NotThere, async (stage, actor) => Answer(stage, actor, await stage.CommentAsync(stage.Ben, "Ask nobody.", isPrivate: true))),
        new(nameof(PostCommentHandler), "a thread of another group", StrangerOnly, async (stage, actor) => Answer(stage, actor, await stage.CommentAsync(stage.Zoe, "Reeds?", stage.TextElsewhere))),
        new(nameof(PostCommentHandler), "group talk", Discussers, Act(async (stage, actor) =>
            (await stage.PostAsync(actor, new PostComment(Guid.CreateVersion7(), "Tuesday?") { Target = new CommentTarget(stage.GroupId) })).Error)),
        new(nameof(EditCommentHandler), "one's own comment", Discussers, async (stage, actor) => Edit(stage, actor, await CommentOfAsync(stage, actor, isPrivate: false))),
        new(nameof(EditCommentHandler), "one's own private note", Members, async (stage, actor) => Edit(stage, actor, await CommentOfAsync(stage, actor, isPrivate: true))),
        new(nameof(EditCommentHandler), "another's comment", NobodyInside, async (stage, actor) => Edit(stage, actor, await CommentOfAsync(stage, stage.Ben, isPrivate: false))),
        new(nameof(EditCommentHandler), "another's private note", NotThere, async (stage, actor) => Edit(stage, actor, await CommentOfAsync(stage, stage.Ben, isPrivate: true))),
        new(nameof(DeleteCommentHandler), "one's own comment", Discussers, async (stage, actor) => Delete(stage, actor, await CommentOfAsync(stage, actor, isPrivate: false))),
        new(nameof(DeleteCommentHandler), "one's own private note", Members, async (stage, actor) => Delete(stage, actor, await CommentOfAsync(stage, actor, isPrivate: true))),
        new(nameof(DeleteCommentHandler), "another's comment", NobodyInside, async (stage, actor) => Delete(stage, actor, await CommentOfAsync(stage, stage.Ben, isPrivate: false))),
        new(nameof(DeleteCommentHandler), "another's private note", NotThere, async (stage, actor) => Delete(stage, actor, await CommentOfAsync(stage, stage.Ben, isPrivate: true))),
        new(nameof(SaveDraftHandler), "one's own draft", Everybody, Act(async (stage, actor) =>
            (await stage.Get<SaveDraftHandler>().HandleAsync(new SaveDraft("reading", 1, "Perhaps", "{}"), actor, Cancellation)).Error)),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<Error?> MarkAsync(Stage stage, CurrentMember actor, StagedText text, bool isPrivate) => (await stage.Get<AddAnnotationHandler>().HandleAsync(
        new AddAnnotation(Guid.CreateVersion7(), text.GroupId, text.ReadingId, AnnotationKind.Highlight, isPrivate, text.Passage()), actor, Cancellation)).Error;

    private static async Task<Error?> StartAsync(Stage stage, CurrentMember actor, StagedText text, bool isPrivate) => (await stage.PostAsync(
        actor,
        new PostComment(Guid.CreateVersion7(), "Which street?") { Target = new CommentTarget(text.GroupId) { ReadingId = text.ReadingId, Passage = text.Passage(), IsPrivate = isPrivate } })).Error;

    private static Func<Task<Error?>> Answer(Stage stage, CurrentMember actor, PostedComment to) => async () =>
        (await stage.PostAsync(actor, new PostComment(Guid.CreateVersion7(), "The long one.") { ThreadId = to.ThreadId, ParentId = to.Id })).Error;

    private static Func<Task<Error?>> Edit(Stage stage, CurrentMember actor, Guid id) => async () =>
        (await stage.Get<EditCommentHandler>().HandleAsync(new EditComment(id, 1, "Other words"), actor, Cancellation)).Error;

    private static Func<Task<Error?>> Delete(Stage stage, CurrentMember actor, Guid id) => async () =>
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(id), actor, Cancellation)).Error;

    private static Func<Task<Error?>> RemoveMark(Stage stage, CurrentMember actor, Guid id) => async () =>
        (await stage.Get<RemoveAnnotationHandler>().HandleAsync(new RemoveAnnotation(id), actor, Cancellation)).Error;

    // Written while the author was allowed to: made by Ben, then given to whom the row asks for.
    private static async Task<Guid> CommentOfAsync(Stage stage, CurrentMember author, bool isPrivate)
    {
        var posted = await stage.CommentAsync(stage.Ben, "As it was.", isPrivate: isPrivate);
        await using var db = await stage.ReadAsync();
        await db.Comments().Where(row => row.Id == posted.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.AuthorId, author.AccountId), Cancellation);
        await db.Threads().Where(row => row.Id == posted.ThreadId).ExecuteUpdateAsync(set => set.SetProperty(row => row.StartedById, author.AccountId), Cancellation);
        await db.Annotations().Where(row => row.AuthorId == stage.Ben.AccountId).ExecuteUpdateAsync(set => set.SetProperty(row => row.AuthorId, author.AccountId), Cancellation);
        return posted.Id;
    }

    private static async Task<Guid> MarkOfAsync(Stage stage, CurrentMember author, bool isPrivate)
    {
        var id = await stage.HighlightAsync(stage.Ben, isPrivate: isPrivate);
        await using var db = await stage.ReadAsync();
        await db.Annotations().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.AuthorId, author.AccountId), Cancellation);
        return id;
    }
}
