using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion.Moves;
using StudyGroup.Discussion.Rendering;
using StudyGroup.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>Asks where chosen posts go, says what that does, and moves them.</summary>
public sealed partial class MoveDialog
{
    private const int MostNames = 6;
    private const int LongestTitle = 90;

    private ModalDialog? dialog;
    private bool isNew = true;
    private bool isTalk;
    private string title = "";
    private string search = "";
    private string reason = "";
    private Guid? chosen;
    private Guid key;
    private IReadOnlyList<MoveTargetRow> targets = [];
    private MovePreview? preview;
    private string? refusal;

    [Inject] public required MoveCommentsHandler MoveComments { get; init; }

    [Inject] public required MoveQuery Moves { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required Guid ThreadId { get; set; }

    /// <summary>The reading that the thread is about, if any.</summary>
    [Parameter, EditorRequired] public required Guid? ReadingId { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyCollection<Guid> Ids { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Member { get; set; }

    [Parameter, EditorRequired] public required DateTimeOffset Now { get; set; }

    /// <summary>With how many went.</summary>
    [Parameter] public EventCallback<int> OnMoved { get; set; }

    [Parameter] public EventCallback OnClosed { get; set; }

    private MoveComments Request => new(key, ThreadId, Ids)
    {
        ToThreadId = isNew ? null : chosen ?? Guid.Empty,
        ToNew = isNew ? new NewThread(title, isTalk || ReadingId is null) : null,
        Reason = reason,
    };

    protected override async Task OnInitializedAsync()
    {
        key = Guid.CreateVersion7(Time.GetUtcNow());
        await PreviewAsync();
    }

    private string TitleOf(MoveTargetRow row) => row.Name.Title
        ?? (string.IsNullOrWhiteSpace(row.FirstMarkdown) ? null : CommentRenderer.Excerpt(row.FirstMarkdown, LongestTitle))
        ?? Text.Heading(row.Name);

    private async Task WhereAsync(bool toNew)
    {
        isNew = toNew;
        if (!isNew && targets.Count == 0)
            await SearchAsync(search);
        await PreviewAsync();
    }

    private async Task TalkAsync(bool talk)
    {
        isTalk = talk;
        await PreviewAsync();
    }

    private async Task TargetAsync(Guid id)
    {
        chosen = id;
        await PreviewAsync();
    }

    private async Task SearchAsync(string? text)
    {
        search = text ?? "";
        var found = await Moves.TargetsAsync(ThreadId, search, Member, CancellationToken.None);
        // A later letter may have been answered before this one.
        if (search == (text ?? ""))
            targets = found;
        if (targets.All(target => target.Name.Id != chosen))
            chosen = targets.Count == 1 ? targets[0].Name.Id : null;
        await PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        refusal = null;
        preview = isNew || chosen is not null ? await Moves.PreviewAsync(Request, Member, CancellationToken.None) : null;
    }

    private async Task MoveAsync()
    {
        if (!isNew && chosen is null)
        {
            refusal = Text["MoveNoneChosen"];
            return;
        }

        var count = Ids.Count;
        var done = await MoveComments.HandleAsync(Request, Member, CancellationToken.None);
        refusal = done.Error?.Message;
        if (!done.Succeeded)
            return;
        if (dialog is not null)
            await dialog.CloseAsync();
        await OnMoved.InvokeAsync(count);
    }
}
