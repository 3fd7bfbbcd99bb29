using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Shared;
using Xunit;

namespace StudyGroup.Tests.Authorization;

/// <summary>Short ways to the usual steps; each goes through the real handler.</summary>
internal static class StageSteps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The value of an answer that must not be a refusal.</summary>
    public static T Must<T>(this Result<T> result) =>
        result.Succeeded ? result.Value : throw new InvalidOperationException($"Refused: {result.Error.Code}: {result.Error.Message}");

    public static void Must(this Result result) => Assert.Null(result.Error);

    /// <summary>Starts a thread with a comment on the first words of a text.</summary>
    public static async Task<PostedComment> CommentAsync(
        this Stage stage, CurrentMember author, string markdown, StagedText? text = null, bool isPrivate = false, AnnotationKind kind = AnnotationKind.Comment)
    {
        var place = text ?? stage.Text;
        var target = new CommentTarget(place.GroupId) { ReadingId = place.ReadingId, Passage = place.Passage(), Kind = kind, IsPrivate = isPrivate };
        return (await stage.PostAsync(author, new PostComment(Guid.CreateVersion7(), markdown) { Target = target })).Must();
    }

    public static async Task<PostedComment> ReplyAsync(this Stage stage, CurrentMember author, PostedComment to, string markdown) =>
        (await stage.PostAsync(author, new PostComment(Guid.CreateVersion7(), markdown) { ThreadId = to.ThreadId, ParentId = to.Id })).Must();

    public static Task<Result<PostedComment>> PostAsync(this Stage stage, CurrentMember author, PostComment request) =>
        stage.Get<PostCommentHandler>().HandleAsync(request, author, Cancellation);

    public static async Task<Guid> HighlightAsync(this Stage stage, CurrentMember author, StagedText? text = null, bool isPrivate = false)
    {
        var place = text ?? stage.Text;
        var request = new AddAnnotation(Guid.CreateVersion7(), place.GroupId, place.ReadingId, AnnotationKind.Highlight, isPrivate, place.Passage());
        return (await stage.Get<AddAnnotationHandler>().HandleAsync(request, author, Cancellation)).Must();
    }

    /// <summary>Members see what others said about the text only after their own note, or again without it.</summary>
    public static async Task SetOwnNoteFirstAsync(this Stage stage, bool isOn = true) =>
        (await stage.Get<SetOwnNoteFirstHandler>().HandleAsync(new SetOwnNoteFirst(stage.Text.GroupId, stage.Text.ReadingId, isOn), stage.Owner, Cancellation)).Must();

    public static async Task MarkReadAsync(this Stage stage, CurrentMember member, string section) =>
        (await stage.Get<MarkSectionReadHandler>().HandleAsync(new MarkSectionRead(stage.GroupId, stage.Text.ReadingId, section), member, Cancellation)).Must();

    public static async Task BecomeAsync(this Stage stage, CurrentMember member, Role role, MembershipStatus status = MembershipStatus.Active)
    {
        await using var db = await stage.ReadAsync();
        await db.Memberships().Where(row => row.GroupId == stage.GroupId && row.AccountId == member.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Role, role).SetProperty(row => row.Status, status), Cancellation);
    }

    public static async Task<Comment> CommentRowAsync(this Stage stage, Guid id)
    {
        await using var db = await stage.ReadAsync();
        return await db.Comments().AsNoTracking().SingleAsync(comment => comment.Id == id, Cancellation);
    }

    public static async Task<DiscussionThread> ThreadRowAsync(this Stage stage, Guid id)
    {
        await using var db = await stage.ReadAsync();
        return await db.Threads().AsNoTracking().SingleAsync(thread => thread.Id == id, Cancellation);
    }

    public static async Task LockAsync(this Stage stage, Guid threadId) =>
        (await stage.Get<LockThreadHandler>().HandleAsync(new LockThread(threadId, "All is said"), stage.Moderator, Cancellation)).Must();
}
