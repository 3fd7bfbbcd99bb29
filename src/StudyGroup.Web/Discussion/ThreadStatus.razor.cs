using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>Whether a thread is answered and resolved, by whom and why; resolves, locks, pins, and takes each back.</summary>
public sealed partial class ThreadStatus
{
    private ModalDialog? dialog;
    private Act? asked;
    private string reason = "";
    private string? refusal;

    [Inject] public required ResolveThreadHandler ResolveThread { get; init; }

    [Inject] public required ReopenThreadHandler ReopenThread { get; init; }

    [Inject] public required LockThreadHandler LockThread { get; init; }

    [Inject] public required UnlockThreadHandler UnlockThread { get; init; }

    [Parameter, EditorRequired] public required Guid ThreadId { get; set; }

    [Parameter, EditorRequired] public required ThreadStanding Standing { get; set; }

    [Parameter, EditorRequired] public required CurrentMember Member { get; set; }

    [Parameter, EditorRequired] public required bool MaySettle { get; set; }

    [Parameter] public bool MayLock { get; set; }

    [Parameter] public bool IsLocked { get; set; }

    /// <summary>Until when it stands first, also when that is over; null where nobody pinned it.</summary>
    [Parameter] public DateTimeOffset? PinnedUntil { get; set; }

    [Parameter, EditorRequired] public required DateTimeOffset Now { get; set; }

    /// <summary>What else moderators find here.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Address of the thread page, with path.</summary>
    [Parameter, EditorRequired] public required string Page { get; set; }

    /// <summary>The names of its texts begin with it.</summary>
    private enum Act
    {
        Resolve,
        Reopen,
        Lock,
        Unlock,
    }

    private void Ask(Act act)
    {
        asked = act;
        (reason, refusal) = ("", null);
    }

    private async Task DecideAsync()
    {
        var done = await (asked switch
        {
            Act.Resolve => ResolveThread.HandleAsync(new ResolveThread(ThreadId, reason), Member, CancellationToken.None),
            Act.Reopen => ReopenThread.HandleAsync(new ReopenThread(ThreadId, reason), Member, CancellationToken.None),
            Act.Lock => LockThread.HandleAsync(new LockThread(ThreadId, reason), Member, CancellationToken.None),
            _ => UnlockThread.HandleAsync(new UnlockThread(ThreadId, reason), Member, CancellationToken.None),
        });
        refusal = done.Error?.Message;
        if (done.Succeeded && dialog is not null)
            await dialog.CloseAsync();
    }
}
