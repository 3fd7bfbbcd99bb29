using Microsoft.Extensions.Localization;

namespace StudyGroup.Web.Notifications;

/// <summary>How an unread count is shown: the query counts no further than <see cref="Most"/>.</summary>
public static class UnreadCount
{
    public const int Most = 100;

    public static string Said(int count, IStringLocalizer<NotificationTexts> text) => count switch
    {
        0 => text["AllRead"],
        1 => text["OneUnread"],
        Most => text["MostUnread", count],
        _ => text["ManyUnread", count],
    };

    /// <summary>What fits on a badge.</summary>
    public static string Badge(int count) => count >= Most ? "99+" : count.ToString(System.Globalization.CultureInfo.CurrentCulture);
}
