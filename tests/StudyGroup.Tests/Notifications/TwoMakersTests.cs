using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Notifications;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using StudyGroup.Tests.Discussion;
using Xunit;

namespace StudyGroup.Tests.Notifications;

/// <summary>Every node makes notices of the same log.</summary>
public sealed class TwoMakersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_nodes_at_once_make_each_notice_once()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Postgres, Cancellation);
        await using var near = await Stage.SetAsync(CoreServices.Over(database, services => Stage.AddAreas(services)));
        await using var far = CoreServices.Over(database, services => Stage.AddAreas(services));
        var threads = await ThreadsInBothGroupsAsync(near);

        using var posting = new CancellationTokenSource();
        var makers = new[] { near.Core, far, near.Core, far }.Select(node => MakeUntilAsync(node, posting.Token)).ToList();
        await Task.WhenAll(threads.Select((thread, number) => Task.Run(() => WriteAsync(near, thread, number), Cancellation)));
        await posting.CancelAsync();
        await Task.WhenAll(makers);
        await near.TellAsync();

        // In each group Ana, Ben and Zoe wrote ten replies each, and each of them hears of the other twenty once.
        var stored = await near.StoredAsync();
        Assert.Equal(stored.Count, stored.DistinctBy(notice => (notice.Recipient, notice.Comment)).Count());
        foreach (var member in new[] { near.Ana, near.Ben, near.Zoe })
        {
            Assert.Equal(40, stored.Count(notice => notice.Recipient == member.AccountId));
            await using var db = await near.ReadAsync();
            Assert.Equal(40, await db.EventStreams().Where(stream => stream.Id == member.AccountId).Select(stream => stream.LastSequence).SingleAsync(Cancellation));
        }
    }

    private static async Task MakeUntilAsync(CoreServices node, CancellationToken end)
    {
        do
        {
            await node.Get<NotificationMaker>().CatchUpAsync(Cancellation);
            await Task.Yield();
        }
        while (!end.IsCancellationRequested);
    }

    // In one group they write in another order than in the other, so that the members' streams are locked in every order.
    private static async Task WriteAsync(Stage stage, PostedComment thread, int number)
    {
        var people = new[] { stage.Ana, stage.Ben, stage.Zoe };
        for (var turn = 0; turn < 30; turn++)
        {
            var author = people[(turn + number) % 3];
            await stage.ReplyAsync(author, thread, "Doors.");
        }
    }

    private static async Task<IReadOnlyList<PostedComment>> ThreadsInBothGroupsAsync(Stage stage)
    {
        await stage.WriteAsync((db, now) =>
        {
            Join(db, stage.GroupId, stage.Zoe, now);
            Join(db, stage.ElsewhereId, stage.Ana, now);
            Join(db, stage.ElsewhereId, stage.Ben, now);
            return Task.CompletedTask;
        });
        var threads = new[] { await stage.CommentAsync(stage.Ana, "Here."), await stage.CommentAsync(stage.Zoe, "There.", stage.TextElsewhere) };
        foreach (var thread in threads)
        {
            foreach (var member in new[] { stage.Ana, stage.Ben, stage.Zoe })
                await stage.ReplyAsync(member, thread, "Here too.");
        }

        // What was before is not counted here.
        await stage.TellAsync();
        await stage.WriteAsync(async (db, _) =>
        {
            await db.Notifications().ExecuteDeleteAsync(Cancellation);
            await db.EventStreams().Where(stream => stream.Id == stage.Ana.AccountId || stream.Id == stage.Ben.AccountId || stream.Id == stage.Zoe.AccountId).ExecuteUpdateAsync(
                set => set.SetProperty(stream => stream.LastSequence, 0), Cancellation);
            await db.StreamEvents().Where(row => row.StreamId != stage.GroupId && row.StreamId != stage.ElsewhereId).ExecuteDeleteAsync(Cancellation);
        });
        return threads;
    }

    private static void Join(StudyGroupDbContext db, Guid groupId, CurrentMember member, DateTimeOffset now) =>
        db.Memberships().Add(new Membership { GroupId = groupId, AccountId = member.AccountId, Role = Role.Participant, Status = MembershipStatus.Active, JoinedAt = now });
}
