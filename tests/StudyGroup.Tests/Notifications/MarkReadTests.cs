using Microsoft.EntityFrameworkCore;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Notifications;

public sealed class MarkReadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task One_is_marked_and_the_others_stay_unread(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        foreach (var words in new[] { "@Ben Alderny one", "@Ben Alderny two", "@Ben Alderny three" })
            await stage.CommentAsync(stage.Ana, words);
        await stage.TellAsync();
        var rows = await stage.ListAsync(stage.Ben);

        await stage.MarkAsync(stage.Ben, new MarkNotificationsRead(rows[1].Id));

        Assert.Equal([false, true, false], (await stage.ListAsync(stage.Ben)).Select(row => row.IsRead));
        Assert.Equal(2, await stage.UnreadAsync(stage.Ben));
    }

    [Theory, BothEngines]
    public async Task Marking_twice_tells_open_pages_once_and_keeps_the_first_time(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.CommentAsync(stage.Ana, "@Ben Alderny one");
        await stage.TellAsync();
        var first = stage.Core.Clock.GetUtcNow();

        await stage.MarkAsync(stage.Ben, new MarkNotificationsRead());
        stage.Core.Clock.Advance(TimeSpan.FromHours(1));
        await stage.MarkAsync(stage.Ben, new MarkNotificationsRead());

        await using var db = await stage.ReadAsync();
        Assert.Equal(first, await db.Notifications().Select(notice => notice.ReadAt).SingleAsync(Cancellation));
        Assert.Equal(1, await db.StreamEvents().CountAsync(row => row.StreamId == stage.Ben.AccountId && row.Kind == NotificationEvents.Read, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Nobody_marks_what_reached_somebody_else(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "@Ben Alderny and @Milo Tarn");
        await stage.TellAsync();
        var notice = (await stage.ListAsync(stage.Ben))[0];

        await stage.MarkAsync(stage.Moderator, new MarkNotificationsRead(notice.Id));
        await stage.MarkAsync(stage.Ana, new MarkNotificationsRead(ThreadId: posted.ThreadId));
        await stage.MarkAsync(stage.Zoe, new MarkNotificationsRead());

        Assert.Equal(1, await stage.UnreadAsync(stage.Ben));
        Assert.Equal(1, await stage.UnreadAsync(stage.Moderator));
    }
}
