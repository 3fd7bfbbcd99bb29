namespace StudyGroup.Web.Notifications;

/// <summary>How an unread count is shown: the query counts no further than <see cref="Most"/>.</summary>
public static class UnreadCount
{
    public const int Most = 100;

    /// <summary>What fits on a badge.</summary>
    public static string Badge(int count) => count >= Most ? "99+" : count.ToString(System.Globalization.CultureInfo.CurrentCulture);
}
