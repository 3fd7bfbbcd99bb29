using StudyGroup.Notifications;

namespace StudyGroup.Web.Notifications;

/// <summary>The notifications of one reading in a group, or of a group's talk, the place with the newest of them first.</summary>
public sealed record FeedPlace(string Key, IReadOnlyList<FeedItem> Items)
{
    public static IReadOnlyList<FeedPlace> Gather(IReadOnlyList<NotificationRow> rows) =>
        [.. rows.GroupBy(row => $"{row.GroupSlug}/{row.ReadingSlug}").Select(place => new FeedPlace(place.Key, FeedItem.Gather(place)))];
}

/// <summary>A line of the feed: one notification, or the unread (or the read) comments of a thread of mine together.</summary>
/// <param name="Newest">The notification it opens.</param>
/// <param name="Comments">How many notifications it stands for.</param>
/// <param name="Others">How many people wrote besides the newest one's author.</param>
public sealed record FeedItem(NotificationRow Newest, int Comments, int Others)
{
    /// <param name="rows">Newest first.</param>
    public static IReadOnlyList<FeedItem> Gather(IEnumerable<NotificationRow> rows) =>
        [.. rows.GroupBy(row => row.Kind is NotificationKind.Answer ? (row.ThreadId, row.IsRead) : (row.Id, row.IsRead)).Select(Of)];

    private static FeedItem Of(IEnumerable<NotificationRow> rows)
    {
        var together = rows.ToList();
        return new FeedItem(together[0], together.Count, together.DistinctBy(row => row.ActorId).Count() - 1);
    }
}
