using StudyGroup.Notifications;
using StudyGroup.Web.Notifications;
using Xunit;

namespace StudyGroup.Web.Tests.Notifications;

public sealed class FeedItemTests
{
    private static readonly Guid Thread = Guid.CreateVersion7();

    [Fact]
    public void Comments_in_one_thread_stand_together_and_name_how_many_wrote()
    {
        var (ana, ben) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var items = FeedItem.Gather([Row(NotificationKind.Answer, ana), Row(NotificationKind.Answer, ben), Row(NotificationKind.Answer, ana)]);

        var item = Assert.Single(items);
        Assert.Equal((ana, 3, 1), (item.Newest.ActorId, item.Comments, item.Others));
    }

    [Fact]
    public void Mentions_and_replies_stand_alone()
    {
        var items = FeedItem.Gather([Row(NotificationKind.Mention, Guid.Empty), Row(NotificationKind.Reply, Guid.Empty), Row(NotificationKind.Mention, Guid.Empty)]);

        Assert.Equal([1, 1, 1], items.Select(item => item.Comments));
    }

    [Fact]
    public void What_is_read_does_not_stand_with_what_is_not()
    {
        var items = FeedItem.Gather([Row(NotificationKind.Answer, Guid.Empty), Row(NotificationKind.Answer, Guid.Empty, isRead: true)]);

        Assert.Equal([false, true], items.Select(item => item.Newest.IsRead));
    }

    private static NotificationRow Row(NotificationKind kind, Guid actor, bool isRead = false) => new(
        Guid.CreateVersion7(), kind, actor, "Ana", "group", "Group", null, null, Thread, null, null, Guid.CreateVersion7(), "Words", DateTimeOffset.UnixEpoch, isRead, 1, IsClosed: false);
}
