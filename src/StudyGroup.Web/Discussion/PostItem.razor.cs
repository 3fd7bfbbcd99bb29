using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using StudyGroup.Discussion;
using StudyGroup.Shared;
using StudyGroup.Web.Realtime;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>What is being written at a post.</summary>
public enum PostComposing
{
    Reply,
    Edit,
}

/// <summary>One comment with what can be done to it, on a thread page or in a card of the margin. A fault in it takes nothing else off the page.</summary>
public sealed partial class PostItem
{
    private PostComposing? composing;
    private string key = "";
    private PostActions? actions;
    private CommentSource? source;
    private bool givesFocusBack;

    // A draft that is found on opening does not draw the reader away.
    private bool takesFocus = true;

    [Inject] public required ThreadQuery Threads { get; init; }

    [Parameter, EditorRequired] public required CommentView Comment { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Member { get; set; }

    [Parameter, EditorRequired] public required PostRights Rights { get; set; }

    [Parameter, EditorRequired] public required DateTimeOffset Now { get; set; }

    /// <summary>The address of this very comment, with path: every page has the base "/".</summary>
    [Parameter, EditorRequired] public required string Permalink { get; set; }

    /// <summary>Whom it answers, where its place does not say so.</summary>
    [Parameter] public string? To { get; set; }

    /// <summary>Who accepted it as the answer; null where nobody did.</summary>
    [Parameter] public string? AcceptedBy { get; set; }

    /// <summary>The reader has not seen it yet.</summary>
    [Parameter] public bool IsNew { get; set; }

    /// <summary>The reader keeps it.</summary>
    [Parameter] public bool IsBookmarked { get; set; }

    /// <summary>It is an answer that the reader may accept.</summary>
    [Parameter] public bool MayAccept { get; set; }

    /// <summary>A post below another one.</summary>
    [Parameter] public bool IsNested { get; set; }

    /// <summary>For the narrow cards of the margin.</summary>
    [Parameter] public bool IsCompact { get; set; }

    /// <summary>What to open at once: there is a draft of it, under this name.</summary>
    [Parameter] public string? DraftKey { get; set; }

    /// <summary>Set while posts are chosen to be moved.</summary>
    [CascadingParameter] public MoveChoice? Choice { get; set; }

    [CascadingParameter] public PostHold? Hold { get; set; }

    private bool IsAway => Hold?.IsAway(Comment.Id) == true;

    private AvatarSize AvatarSize => IsCompact ? AvatarSize.Small : IsNested ? AvatarSize.Medium : AvatarSize.Large;

    private string Classes => $"post{(IsCompact ? " compact" : "")}{(Comment.Html is null || IsAway ? " hid" : "")}{(IsNew ? " new" : "")}";

    private string Stub => Comment.IsDeleted ? Text["DeletedStub"] : Text["HiddenStub", Comment.HiddenReason ?? ""];

    protected override async Task OnInitializedAsync()
    {
        takesFocus = DraftKey is null;
        if (DraftKey is { } drafted && DraftKeys.IsReplyTo(drafted, Comment.Id))
            Compose(PostComposing.Reply, drafted);
        else if (DraftKey is { } edited && DraftKeys.IsEditOf(edited, Comment.Id))
            await EditAsync(edited);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (givesFocusBack && actions is not null)
        {
            givesFocusBack = false;
            try
            {
                await actions.FocusReplyAsync();
            }
            catch (Exception exception) when (exception.IsEndOfPage() || exception is JSException or InvalidOperationException)
            {
                // The button went while the focus was on its way to it.
            }
        }
    }

    private void Reply() => Compose(PostComposing.Reply, DraftKeys.ReplyTo(Comment.ThreadId, Comment.Id));

    private Task EditAsync() => EditAsync(DraftKeys.Edit(Comment.ThreadId, Comment.Id));

    private async Task EditAsync(string name)
    {
        source = await Threads.SourceAsync(Comment.Id, Member, CancellationToken.None);
        if (source is not null)
            Compose(PostComposing.Edit, name);
    }

    private void Compose(PostComposing what, string name)
    {
        (composing, key) = (what, name);
        Hold?.Hold(Comment.Id);
    }

    private void Close()
    {
        composing = null;
        takesFocus = givesFocusBack = true;
        Hold?.Release(Comment.Id);
    }
}
