using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Moves;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Shared;
using StudyGroup.Tests.Annotations.Links;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Authorization;

/// <summary>A text where one's own note comes first, and Ben and the moderator have said everything that can be said about it: before that was set, and after.</summary>
internal sealed class OwnNoteScene : IAsyncDisposable
{
    /// <summary>Stands in all that they said, and nowhere else.</summary>
    public const string Canary = "godwit";

    private PostedComment question = new(default, default, default);
    private PostedComment whole = new(default, default, default);

    private OwnNoteScene(Stage stage) => Stage = stage;

    public Stage Stage { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CommentTarget Whole => new(Stage.GroupId) { ReadingId = Stage.Text.ReadingId, Title = "A godwit title" };

    public static async Task<OwnNoteScene> CreateAsync(Engine engine)
    {
        var scene = new OwnNoteScene(await Stage.CreateAsync(engine));
        await scene.SetAsync();
        return scene;
    }

    /// <summary>What the member might try: the thread on the passage and the one on the whole, each with their notice of it.</summary>
    public async Task<IReadOnlyList<CanaryIds>> IdsAsync(CurrentMember member)
    {
        await using var db = await Stage.ReadAsync();
        var mark = await db.Threads().Where(thread => thread.Id == question.ThreadId).Select(thread => thread.AnnotationId).SingleAsync(Cancellation);
        var ids = new List<CanaryIds>();
        foreach (var said in new[] { question, whole })
        {
            var notice = await db.Notifications().Where(row => row.RecipientId == member.AccountId && row.ThreadId == said.ThreadId).Select(row => row.Id).FirstOrDefaultAsync(Cancellation);
            ids.Add(new CanaryIds("herons", Stage.Text.Slug, Stage.GroupId, Stage.Text.ReadingId, mark.GetValueOrDefault(), said.ThreadId, said.Id, notice, "text/1", default, Stage.Text.EditionId));
        }

        return ids;
    }

    public ValueTask DisposeAsync() => Stage.DisposeAsync();

    /// <summary>Ben's words, which name those who will be told of them.</summary>
    private static string Words(string what) => $"A #godwit {what} for @Ana Beck, @Oskar Rill and @Milo Tarn";

    private async Task SetAsync()
    {
        question = await Stage.CommentAsync(Stage.Ben, Words("question"), kind: AnnotationKind.Question);
        whole = (await Stage.PostAsync(Stage.Ben, new PostComment(Guid.CreateVersion7(), Words("whole")) { Target = Whole })).Must();
        await Stage.ReplyAsync(Stage.Moderator, question, "A godwit reply");
        await Stage.LinkAsync(Stage.Ben, "A godwit link");
        var drifted = await Stage.ReplyAsync(Stage.Moderator, question, "A godwit drift");
        var move = new MoveComments(Guid.CreateVersion7(), question.ThreadId, [drifted.Id]) { ToNew = new NewThread("A godwit split"), Reason = "A godwit motive" };
        (await Stage.Get<MoveCommentsHandler>().HandleAsync(move, Stage.Moderator, Cancellation)).Must();
        foreach (var keeper in new[] { Stage.Ana, Stage.Observer, Stage.Moderator })
        {
            foreach (var kept in new[] { question, whole })
                (await Stage.Get<BookmarkCommentHandler>().HandleAsync(new BookmarkComment(kept.Id, IsOn: true), keeper, Cancellation)).Must();
        }

        await Stage.SetOwnNoteFirstAsync();

        Stage.Core.Clock.Advance(Comment.Grace * 2);
        foreach (var said in new[] { question, whole })
            (await Stage.Get<EditCommentHandler>().HandleAsync(new EditComment(said.Id, 1, Words("second thought")), Stage.Ben, Cancellation)).Must();
        await Stage.ReplyAsync(Stage.Ben, question, "A godwit at last");
        var hidden = await Stage.ReplyAsync(Stage.Ben, whole, "A godwit gone");
        (await Stage.Get<HideCommentHandler>().HandleAsync(new HideComment(hidden.Id, "A godwit reason"), Stage.Moderator, Cancellation)).Must();
        (await Stage.Get<ResolveThreadHandler>().HandleAsync(new ResolveThread(question.ThreadId, "A godwit end"), Stage.Ben, Cancellation)).Must();
        await Stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);
    }
}
