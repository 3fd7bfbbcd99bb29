using StudyGroup.Notifications;

namespace StudyGroup.Web.Notifications;

/// <summary>The notifications of one reading in a group, or of a group's talk, the place with the newest of them first.</summary>
public sealed record FeedPlace(string Key, IReadOnlyList<NotificationRow> Rows)
{
    public static IReadOnlyList<FeedPlace> Gather(IReadOnlyList<NotificationRow> rows) =>
        [.. rows.GroupBy(row => $"{row.GroupSlug}/{row.ReadingSlug}").Select(place => new FeedPlace(place.Key, [.. place]))];
}
