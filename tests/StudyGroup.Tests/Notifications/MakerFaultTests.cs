using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Notifications;

/// <summary>The maker ends at every one of its steps in turn, and begins again.</summary>
public sealed class MakerFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [BothEngines(false)]
    [BothEngines(true)]
    public async Task A_maker_that_ends_between_two_steps_loses_and_repeats_nothing(Engine engine, bool isCancelled)
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(engine, commands.AddTo);
        var thread = await stage.CommentAsync(stage.Ben, "Who counts?");
        await stage.TellAsync();

        var (step, posts) = (0, 0);
        for (var isDone = false; !isDone;)
        {
            await stage.ReplyAsync(stage.Ana, thread, $"@Milo Tarn, door {++posts}.");
            var (position, told) = (await PositionAsync(stage), (await stage.StoredAsync()).Count);

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            if (isCancelled)
                commands.DoAt(++step, stop.CancelAsync);
            else
                commands.FailAt(++step);
            await Record.ExceptionAsync(() => stage.Get<NotificationMaker>().CatchUpAsync(stop.Token));
            isDone = commands.Steps < step;
            commands.Heal();

            // Both notices and the position, or none of them.
            Assert.Equal(await PositionAsync(stage) > position ? told + 2 : told, (await stage.StoredAsync()).Count);
            await stage.TellAsync();
            Assert.Equal(told + 2, (await stage.StoredAsync()).Count);
        }

        Assert.True(step > 12, $"Only {step} steps were tried.");
        foreach (var (member, kind) in new[] { (stage.Ben, NotificationKind.Reply), (stage.Moderator, NotificationKind.Mention) })
        {
            var rows = (await stage.StoredAsync()).Where(notice => notice.Recipient == member.AccountId).ToList();
            Assert.Equal(posts, rows.DistinctBy(notice => notice.Comment).Count());
            Assert.All(rows, notice => Assert.Equal(kind, notice.Kind));
            await using var db = await stage.ReadAsync();
            Assert.Equal(posts, await db.EventStreams().Where(stream => stream.Id == member.AccountId).Select(stream => stream.LastSequence).SingleAsync(Cancellation));
        }
    }

    [Theory, BothEngines]
    public async Task A_fault_does_not_end_the_feed_and_a_round_later_it_is_made_good(Engine engine)
    {
        var commands = new FaultyCommands();
        await using var stage = await Stage.CreateAsync(engine, commands.AddTo);
        await stage.CommentAsync(stage.Ana, "@Ben Alderny, look.");
        commands.FailAt(2);

        using var worker = new NotificationWorker(
            stage.Get<NotificationMaker>(), stage.Get<NotificationSignal>(), stage.Core.Clock, NullLogger<NotificationWorker>.Instance);
        await worker.StartAsync(Cancellation);
        while (commands.Steps < 2)
            await Task.Delay(5, Cancellation);
        Assert.Empty(await stage.StoredAsync());
        while ((await stage.StoredAsync()).Count == 0)
        {
            stage.Core.Clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(10, Cancellation);
        }

        await worker.StopAsync(Cancellation);
        Assert.Equal([(NotificationKind.Mention, "@Ben Alderny, look.")], await stage.ToldAsync(stage.Ben));
    }

    private static async Task<long> PositionAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await db.NotificationPositions().Where(position => position.StreamId == stage.GroupId).Select(position => position.Sequence).SingleAsync(Cancellation);
    }
}
