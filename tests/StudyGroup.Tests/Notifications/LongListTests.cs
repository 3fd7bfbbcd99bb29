using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Notifications;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using StudyGroup.Tests.Discussion;
using Xunit;

namespace StudyGroup.Tests.Notifications;

/// <summary>A member who was away for long, and what arrives while they read.</summary>
public sealed class LongListTests
{
    private const int Many = 10_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Ten_thousand_notices_are_paged_without_loss_or_double_while_more_arrive(Engine engine)
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(engine, commands.AddTo);
        var thread = await stage.CommentAsync(stage.Ben, "Who counts?");
        await AddNoticesAsync(stage, thread);
        var arrived = 0;

        var (pages, before) = (new List<IReadOnlyList<NotificationRow>>(), (long?)null);
        do
        {
            commands.Heal();
            pages.Add(await stage.ListAsync(stage.Ben, before));
            Assert.Equal(1, commands.Steps);
            before = pages[^1] is [.., var last] ? last.Sequence : null;
            if (pages.Count % 50 == 0)
            {
                await stage.ReplyAsync(stage.Ana, thread, $"Late {++arrived}.");
                await stage.TellAsync();
            }
        }
        while (before is not null);

        var all = pages.SelectMany(page => page).ToList();
        Assert.Equal(Many, all.Count);
        Assert.Equal(Many, all.DistinctBy(row => row.CommentId).Count());
        Assert.Equal(all.Select(row => row.Sequence).OrderDescending(), all.Select(row => row.Sequence));
        Assert.Equal(Enumerable.Range(1, arrived).Reverse().Select(number => $"Late {number}."), (await stage.ListAsync(stage.Ben)).Take(arrived).Select(row => row.Markdown));
        Assert.Equal(100, await stage.UnreadAsync(stage.Ben));
    }

    [Theory, BothEngines]
    public async Task Marking_all_leaves_what_came_after_the_newest_shown(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ben, "Who counts?");
        await AddNoticesAsync(stage, thread);
        var shown = (await stage.ListAsync(stage.Ben))[0].Sequence;

        await stage.ReplyAsync(stage.Ana, thread, "Late.");
        await stage.TellAsync();
        await stage.MarkAsync(stage.Ben, new MarkNotificationsRead(UpTo: shown));

        Assert.Equal(1, await stage.UnreadAsync(stage.Ben));
        var rows = await stage.ListAsync(stage.Ben);
        Assert.Equal(("Late.", false), (rows[0].Markdown, rows[0].IsRead));
        Assert.All(rows.Skip(1), row => Assert.True(row.IsRead));
        await using var db = await stage.ReadAsync();
        Assert.Equal(1, await db.Notifications().CountAsync(notice => notice.ReadAt == null, Cancellation));
    }

    // As rows: ten thousand posts would take as many commits.
    private static async Task AddNoticesAsync(Stage stage, PostedComment thread)
    {
        await stage.AddCommentsAsync(stage.Ana, Many, thread.ThreadId);
        await stage.WriteAsync(async (db, now) =>
        {
            var first = await EventLog.ReserveAsync(db, stage.Ben.AccountId, Many, Cancellation);
            var comments = await db.Comments().Where(comment => comment.AuthorId == stage.Ana.AccountId).OrderBy(comment => comment.Sequence).Select(comment => comment.Id).ToListAsync(Cancellation);
            await db.WriteAllAsync(comments.Select((id, number) => Notice(stage, thread, id, first + number, now)).ToList(), Cancellation);
        });
    }

    private static Notification Notice(Stage stage, PostedComment thread, Guid commentId, long sequence, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RecipientId = stage.Ben.AccountId,
        GroupId = stage.GroupId,
        ThreadId = thread.ThreadId,
        CommentId = commentId,
        ActorId = stage.Ana.AccountId,
        Kind = NotificationKind.Answer,
        Sequence = sequence,
        At = now,
    };
}
