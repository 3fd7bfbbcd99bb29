using System.Text;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Links;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Moves;
using StudyGroup.Groups;
using StudyGroup.Groups.Importing;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Readings;
using StudyGroup.Tests.Annotations.Editions;
using StudyGroup.Tests.Annotations.Links;
using StudyGroup.Tests.Databases;
using StudyGroup.Tests.Groups.LiveSessions;
using StudyGroup.Tests.Readings.Import.Formats;
using Xunit;

namespace StudyGroup.Tests.Authorization;

/// <summary>A stage where everything that can be said has been said, in words that stand nowhere else.</summary>
internal sealed class CanaryScene : IAsyncDisposable
{
    /// <summary>Name of a picture in the text.</summary>
    public static readonly string ImageHash = new('e', 64);

    private static readonly byte[] DraftPicture = Pictures.Png(seed: 7);

    public static readonly string DraftImageHash = Pictures.HashOf(DraftPicture);

    private static readonly byte[] Picture = Encoding.UTF8.GetBytes("egret picture");

    private Guid import;

    private CanaryScene(Stage stage) => Stage = stage;

    public Stage Stage { get; }

    /// <summary>What members of the group see, and nobody else may.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    /// <summary>What Ana alone sees: her note, the words it marks and her draft.</summary>
    public static readonly IReadOnlyList<string> AnasWords = ["quillback note", "quillback draft", "quillback link", "quillbacktag"];

    /// <summary>What was hidden or deleted, and nobody sees any more.</summary>
    public static readonly IReadOnlyList<string> GoneWords = ["sallow hidden", "sallow deleted", "sallowtag"];

    /// <summary>The ids of what the group shares.</summary>
    public CanaryIds Shared { get; private set; } = CanaryIds.MadeUp();

    /// <summary>The same with Ana's private note and draft.</summary>
    public CanaryIds Private { get; private set; } = CanaryIds.MadeUp();

    /// <summary>The same with a comment that was hidden.</summary>
    public CanaryIds Hidden { get; private set; } = CanaryIds.MadeUp();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<CanaryScene> CreateAsync(Engine engine)
    {
        var scene = new CanaryScene(await Stage.CreateAsync(engine));
        await scene.SetAsync();
        return scene;
    }

    public ValueTask DisposeAsync() => Stage.DisposeAsync();

    private async Task SetAsync()
    {
        var question = await Stage.CommentAsync(Stage.Ana, "egret question #egrettag", kind: AnnotationKind.Question);
        await Stage.ReplyAsync(Stage.Ben, question, "egret reply");
        await Stage.ReplyAsync(Stage.Moderator, question, "egret aside");
        var whole = new CommentTarget(Stage.GroupId) { ReadingId = Stage.Text.ReadingId, Title = "egret title" };
        (await Stage.PostAsync(Stage.Ben, new PostComment(Guid.CreateVersion7(), "egret whole") { Target = whole })).Must();
        (await Stage.PostAsync(Stage.Owner, new PostComment(Guid.CreateVersion7(), "egret talk") { Target = new CommentTarget(Stage.GroupId) })).Must();
        var hidden = await Stage.ReplyAsync(Stage.Ana, question, "sallow hidden #sallowtag");
        (await Stage.Get<HideCommentHandler>().HandleAsync(new HideComment(hidden.Id, "Off the path"), Stage.Moderator, Cancellation)).Must();
        var deleted = await Stage.ReplyAsync(Stage.Ana, question, "sallow deleted #sallowtag");
        (await Stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(deleted.Id), Stage.Ana, Cancellation)).Must();
        (await Stage.Get<ReactHandler>().HandleAsync(new React(question.Id, ReactionKind.Helpful, IsOn: true), Stage.Ben, Cancellation)).Must();
        (await Stage.Get<ResolveThreadHandler>().HandleAsync(new ResolveThread(question.ThreadId, "egret reason"), Stage.Moderator, Cancellation)).Must();
        var drifted = await Stage.ReplyAsync(Stage.Ben, question, "egret drift");
        var move = new MoveComments(Guid.CreateVersion7(), question.ThreadId, [drifted.Id]) { ToNew = new NewThread("egret split"), Reason = "egret motive" };
        (await Stage.Get<MoveCommentsHandler>().HandleAsync(move, Stage.Moderator, Cancellation)).Must();
        await Stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);

        await Stage.LinkAsync(Stage.Ben, "egret link");
        await Stage.LinkAsync(Stage.Ana, "quillback link", isPrivate: true);
        (await Stage.Get<BeginLinkHandler>().HandleAsync(new BeginLink(Stage.GroupId, Stage.Text.ReadingId, Stage.Text.Passage()), Stage.Ana, Cancellation)).Must();

        var note = await Stage.CommentAsync(Stage.Ana, "quillback note #quillbacktag", isPrivate: true);
        foreach (var (reader, kept) in new[] { (Stage.Ana, note.Id), (Stage.Ana, question.Id), (Stage.Owner, question.Id) })
            (await Stage.Get<BookmarkCommentHandler>().HandleAsync(new BookmarkComment(kept, IsOn: true), reader, Cancellation)).Must();
        await Stage.HighlightAsync(Stage.Ana, isPrivate: true);
        (await Stage.Get<SaveDraftHandler>().HandleAsync(new SaveDraft("text/1", 1, "quillback draft", "{}"), Stage.Ana, Cancellation)).Must();
        foreach (var reader in new[] { Stage.Ana, Stage.Owner, Stage.Moderator })
            (await Stage.Get<MarkPositionHandler>().HandleAsync(new MarkPosition(Stage.Text.ReadingId, "b2"), reader, Cancellation)).Must();

        (await Stage.RaiseAsync(await Stage.StartSessionAsync(), Stage.Ben)).Must();

        import = (await Stage.Get<ReceiveImportHandler>().HandleAsync(
            new ReceiveImport(Stage.GroupId, "egret-import.html", Encoding.UTF8.GetBytes($"<h1>The Egret</h1><p>An egret import stood in the shallows, and waited.</p><p><img src='data:image/png;base64,{Convert.ToBase64String(DraftPicture)}' alt='A heron'></p>")), Stage.Moderator, Cancellation)).Must();

        await using (var db = await Stage.ReadAsync())
        {
            db.EditionImages().Add(new EditionImage { EditionId = Stage.Text.EditionId, Hash = ImageHash, MediaType = "image/png", Width = 1, Height = 1, Content = Picture });
            await db.SaveChangesAsync(Cancellation);
        }

        await Stage.ReviseAsync(StagedText.First, StagedText.Second, "An egret edition says more.");
        Shared = await IdsOfAsync(question.ThreadId, question.Id);
        Private = await IdsOfAsync(note.ThreadId, note.Id);
        Hidden = Shared with { CommentId = hidden.Id };
        Words =
        [
            "The Herons", "Wading slowly", "The Uncounted Door", "lamplighter", "Ana Beck", "Odile Fenwick", "Ben Alderny",
            "egret question", "egret reply", "egret title", "egret whole", "egret talk", "egret link", "egret import", Convert.ToBase64String(Picture), Convert.ToBase64String(DraftPicture), "egret reason", "egret edition", "egrettag", "egret drift", "egret split", "egret motive",
            Stage.GroupId.ToString(), Stage.Text.ReadingId.ToString(), Stage.Text.EditionId.ToString(), question.ThreadId.ToString(), question.Id.ToString(),
        ];
    }

    private async Task<CanaryIds> IdsOfAsync(Guid threadId, Guid commentId)
    {
        await using var db = await Stage.ReadAsync();
        var mark = await db.Threads().Where(thread => thread.Id == threadId).Select(thread => thread.AnnotationId).SingleAsync(Cancellation);
        var notice = await db.Notifications().Where(row => row.RecipientId == Stage.Ana.AccountId).Select(row => row.Id).FirstAsync(Cancellation);
        return new CanaryIds("herons", Stage.Text.Slug, Stage.GroupId, Stage.Text.ReadingId, mark.GetValueOrDefault(), threadId, commentId, notice, "text/1", import, Stage.Text.EditionId);
    }
}
