using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>What asks back in a dialog before it is done to a post.</summary>
public enum PostDecision
{
    Delete,
    Report,
    Hide,
}

/// <summary>The buttons below a post. Deleting, reporting, hiding and restoring are done here; replying and editing are left to the post.</summary>
public sealed partial class PostActions
{
    private ElementReference replyButton;
    private ModalDialog? dialog;
    private PostDecision? decision;
    private string reason = "";
    private string? refusal;
    private string? notice;
    private bool isRefused;

    [Inject] public required DeleteCommentHandler DeleteComment { get; init; }

    [Inject] public required ReportCommentHandler ReportComment { get; init; }

    [Inject] public required HideCommentHandler HideComment { get; init; }

    [Inject] public required RestoreCommentHandler RestoreComment { get; init; }

    [Inject] public required AcceptAnswerHandler AcceptAnswer { get; init; }

    [Inject] public required WithdrawAcceptanceHandler WithdrawAcceptance { get; init; }

    [Inject] public required BookmarkCommentHandler BookmarkComment { get; init; }

    [Parameter, EditorRequired] public required CommentView Comment { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Member { get; set; }

    [Parameter, EditorRequired] public required PostRights Rights { get; set; }

    /// <summary>So little room is there that all of them stand in one line as signs; their names stay.</summary>
    [Parameter] public bool IsTight { get; set; }

    /// <summary>The reader keeps it.</summary>
    [Parameter] public bool IsBookmarked { get; set; }

    /// <summary>It is the accepted answer.</summary>
    [Parameter] public bool IsAccepted { get; set; }

    [Parameter] public bool MayAccept { get; set; }

    [Parameter] public EventCallback OnReply { get; set; }

    [Parameter] public EventCallback OnEdit { get; set; }

    private bool IsOwn => Comment.AuthorId == Member.AccountId;

    private bool IsShown => Comment.Html is not null;

    private bool IsHidden => Comment is { IsDeleted: false, Html: null };

    /// <summary>Gives the focus back after a reply was written or given up.</summary>
    public ValueTask FocusReplyAsync() => IsShown && Rights.MayWrite ? replyButton.FocusAsync(preventScroll: true) : ValueTask.CompletedTask;

    private void Open(PostDecision asked)
    {
        decision = asked;
        (reason, refusal, notice) = ("", null, null);
    }

    private void Closed() => decision = null;

    private async Task DecideAsync()
    {
        var done = decision switch
        {
            PostDecision.Delete => await DeleteComment.HandleAsync(new DeleteComment(Comment.Id), Member, CancellationToken.None),
            PostDecision.Report => await ReportComment.HandleAsync(new ReportComment(Comment.Id, reason), Member, CancellationToken.None),
            PostDecision.Hide => await HideComment.HandleAsync(new HideComment(Comment.Id, reason), Member, CancellationToken.None),
            null => Result.Success,
        };
        refusal = done.Error?.Message;
        if (!done.Succeeded)
            return;

        if (decision is PostDecision.Report)
            (notice, isRefused) = (Text["Reported"], false);
        if (dialog is not null)
            await dialog.CloseAsync();
    }

    private async Task BookmarkAsync()
    {
        var done = await BookmarkComment.HandleAsync(new BookmarkComment(Comment.Id, !IsBookmarked), Member, CancellationToken.None);
        (notice, isRefused) = (done.Error?.Message, !done.Succeeded);
    }

    private void Refuse(Error error) => (notice, isRefused) = (error.Message, true);

    private async Task AcceptAsync()
    {
        var done = IsAccepted
            ? await WithdrawAcceptance.HandleAsync(new WithdrawAcceptance(Comment.ThreadId), Member, CancellationToken.None)
            : await AcceptAnswer.HandleAsync(new AcceptAnswer(Comment.Id), Member, CancellationToken.None);
        (notice, isRefused) = (done.Error?.Message, !done.Succeeded);
    }

    private async Task RestoreAsync()
    {
        var restored = await RestoreComment.HandleAsync(new RestoreComment(Comment.Id), Member, CancellationToken.None);
        (notice, isRefused) = (restored.Error?.Message, !restored.Succeeded);
    }
}
