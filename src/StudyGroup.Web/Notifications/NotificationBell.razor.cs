using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Notifications;
using StudyGroup.Realtime;

namespace StudyGroup.Web.Notifications;

/// <summary>The way to the feed, with the number of unread notifications as it is now.</summary>
public sealed partial class NotificationBell
{
    private int unread;

    [Inject] public required NotificationQuery Notifications { get; init; }

    /// <summary>Whether it stands in the phone's tab bar.</summary>
    [Parameter] public bool IsTab { get; set; }

    /// <summary>Whether this very page is the feed.</summary>
    [Parameter] public bool IsCurrent { get; set; }

    protected override IEnumerable<Topic> Topics => [Topic.Account(Member.AccountId)];

    private string Name => unread switch
    {
        0 => Text["Notifications"],
        UnreadCount.Most => Text["NotificationsMany", unread],
        _ => Text["NotificationsUnread", unread],
    };

    private string TabName => unread == 0 ? Text["Feed"] : Text["FeedUnread", unread];

    protected override async Task LoadAsync() => unread = await Notifications.UnreadAsync(Member, Gone);

    protected override async Task<bool> ApplyAsync(LiveEvent news)
    {
        if (news.Row.Kind is not (NotificationEvents.Added or NotificationEvents.Read))
            return false;

        await LoadAsync();
        return true;
    }
}
