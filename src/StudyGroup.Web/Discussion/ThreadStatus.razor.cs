using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>Whether a thread is answered and resolved, by whom and why; resolves and reopens it.</summary>
public sealed partial class ThreadStatus
{
    private ModalDialog? dialog;
    private bool? asked;
    private string reason = "";
    private string? refusal;

    [Inject] public required ResolveThreadHandler ResolveThread { get; init; }

    [Inject] public required ReopenThreadHandler ReopenThread { get; init; }

    [Parameter, EditorRequired] public required Guid ThreadId { get; set; }

    [Parameter, EditorRequired] public required ThreadStanding Standing { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Member { get; set; }

    [Parameter, EditorRequired] public required bool MaySettle { get; set; }

    [Parameter, EditorRequired] public required DateTimeOffset Now { get; set; }

    /// <summary>Address of the thread page, with path.</summary>
    [Parameter, EditorRequired] public required string Page { get; set; }

    private void Ask()
    {
        asked = !Standing.IsResolved;
        (reason, refusal) = ("", null);
    }

    private async Task DecideAsync()
    {
        var done = asked is true
            ? await ResolveThread.HandleAsync(new ResolveThread(ThreadId, reason), Member, CancellationToken.None)
            : await ReopenThread.HandleAsync(new ReopenThread(ThreadId, reason), Member, CancellationToken.None);
        refusal = done.Error?.Message;
        if (done.Succeeded && dialog is not null)
            await dialog.CloseAsync();
    }
}
