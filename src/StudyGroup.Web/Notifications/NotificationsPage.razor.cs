using Microsoft.AspNetCore.Components;
using StudyGroup.Notifications;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Notifications;

/// <summary>What reached the member, gathered by the reading or the thread it came from.</summary>
public sealed partial class NotificationsPage
{
    private IReadOnlyList<NotificationRow> rows = [];
    private IReadOnlyList<FeedPlace> places = [];
    private DateTimeOffset now;
    private int unread;
    private bool isMarked;

    [Inject] public required NotificationQuery Notifications { get; init; }

    [Inject] public required MarkNotificationsReadHandler MarkRead { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    /// <summary>Only what is older than the one with this number.</summary>
    [SupplyParameterFromQuery] public string? Before { get; set; }

    /// <summary>The newest one that the page showed when its button was pressed: what came meanwhile stays unread.</summary>
    [SupplyParameterFromForm(FormName = "mark-all-read")] public string? UpTo { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private string? Next => rows.Count < NotificationQuery.PageSize ? null : $"/notifications?before={rows[^1].Sequence}";

    private bool CanMarkAll => unread > 0 && rows.Count > 0 && Before is null;

    private string UnreadText => rows.Count == 0 ? "" : UnreadCount.Said(unread, Text);

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var member = Http.User.ToCurrentMember();
        now = Time.GetUtcNow();
        rows = await Notifications.ListAsync(Before.AsNumber(), member, Http.RequestAborted);
        unread = await Notifications.UnreadAsync(member, Http.RequestAborted);
        places = FeedPlace.Gather(rows);
    }

    private async Task MarkAllReadAsync()
    {
        await MarkRead.HandleAsync(new MarkNotificationsRead(UpTo: UpTo.AsNumber() ?? 0), Http.User.ToCurrentMember(), Http.RequestAborted);
        isMarked = true;
        await LoadAsync();
    }
}
