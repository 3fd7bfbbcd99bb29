using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

public sealed class PinTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_pinned_thread_stands_first_until_the_clock_says_otherwise(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (old, recent) = (await stage.CommentAsync(stage.Ana, "Which street?"), await stage.CommentAsync(stage.Ben, "Which door?"));
        var until = stage.Core.Clock.GetUtcNow().AddDays(3);

        (await PinAsync(stage, old, until)).Must();

        Assert.Equal([(old.ThreadId, (DateTimeOffset?)until), (recent.ThreadId, null)], (await ListAsync(stage)).Select(row => (row.Id, row.PinnedUntil)));
        Assert.Equal(until, (await FindAsync(stage, old))?.PinnedUntil);
        stage.Core.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal([(recent.ThreadId, (DateTimeOffset?)null), (old.ThreadId, null)], (await ListAsync(stage)).Select(row => (row.Id, row.PinnedUntil)));
        Assert.Null((await FindAsync(stage, old))?.PinnedUntil);
    }

    [Theory, BothEngines]
    public async Task Threads_on_a_whole_reading_stand_in_the_same_order(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var old = await WholeAsync(stage, "Where do we begin?");
        var recent = await WholeAsync(stage, "Where do we end?");

        (await PinAsync(stage, old, stage.Core.Clock.GetUtcNow().AddDays(1))).Must();

        Assert.Equal([old.ThreadId, recent.ThreadId], await OrderAsync());
        stage.Core.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([recent.ThreadId, old.ThreadId], await OrderAsync());

        async Task<IEnumerable<Guid?>> OrderAsync() =>
            (await stage.Get<MarginQuery>().WholeReadingAsync(stage.GroupId, stage.Text.ReadingId, stage.Ben, Cancellation)).Select(card => card.ThreadId);
    }

    [Theory, BothEngines]
    public async Task An_unpinned_thread_goes_back_to_its_place_and_both_leave_a_trace(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (old, recent) = (await stage.CommentAsync(stage.Ana, "Which street?"), await stage.CommentAsync(stage.Ben, "Which door?"));
        Assert.Equal("not-pinned", (await UnpinAsync(stage, old)).Error?.Code);
        (await PinAsync(stage, old, stage.Core.Clock.GetUtcNow().AddDays(14))).Must();

        (await UnpinAsync(stage, old)).Must();

        Assert.Equal([recent.ThreadId, old.ThreadId], (await ListAsync(stage)).Select(row => row.Id));
        await using var db = await stage.ReadAsync();
        var trace = await db.AuditEntries().Where(entry => entry.SubjectId == old.ThreadId).OrderBy(entry => entry.Action).Select(entry => entry.Action).ToListAsync(Cancellation);
        Assert.Equal(["thread.pin", "thread.unpin"], trace);
    }

    [Theory, BothEngines]
    public async Task A_list_of_pages_has_each_thread_once_when_pins_end_and_begin_meanwhile(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var threads = new List<PostedComment>();
        for (var number = 0; number < 2 * ThreadQuery.ListSize + 10; number++)
            threads.Add(await stage.CommentAsync(stage.Ana, $"Number {number}"));
        var now = stage.Core.Clock.GetUtcNow();
        (await PinAsync(stage, threads[3], now.AddMinutes(5))).Must();
        (await PinAsync(stage, threads[80], now.AddDays(14))).Must();

        var first = await ListAsync(stage);
        stage.Core.Clock.Advance(TimeSpan.FromMinutes(10));
        (await PinAsync(stage, threads[20], now.AddDays(14))).Must();
        var second = await ListAsync(stage, new ThreadsBefore(first[^1].LastSequence, now));
        var third = await ListAsync(stage, new ThreadsBefore(second[^1].LastSequence, now));

        Assert.Equal([threads[80].ThreadId, threads[3].ThreadId], first.Take(2).Select(row => row.Id));
        Assert.Equal([ThreadQuery.ListSize + 2, ThreadQuery.ListSize, 8], [first.Count, second.Count, third.Count]);
        Assert.Equal(threads.Select(thread => thread.ThreadId).Order(), first.Concat(second).Concat(third).Select(row => row.Id).Order());
    }

    [Fact]
    public async Task A_pin_ends_after_now_and_within_a_year()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var first = await stage.CommentAsync(stage.Ana, "Which street?");
        var now = stage.Core.Clock.GetUtcNow();

        Assert.Equal("pin-over", (await PinAsync(stage, first, now)).Error?.Code);
        Assert.Equal("pin-too-long", (await PinAsync(stage, first, now.AddDays(367))).Error?.Code);
        (await PinAsync(stage, first, now.AddDays(366))).Must();
        (await PinAsync(stage, first, now.AddDays(2))).Must();
        Assert.Equal(now.AddDays(2), (await FindAsync(stage, first))?.PinnedUntil);
    }

    [Fact]
    public async Task No_more_than_twenty_stand_first()
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite);
        var until = stage.Core.Clock.GetUtcNow().AddDays(2);
        for (var number = 0; number < PinThreadHandler.Most; number++)
            (await PinAsync(stage, await stage.CommentAsync(stage.Ana, $"Number {number}"), until)).Must();
        var last = await stage.CommentAsync(stage.Ana, "One more");

        Assert.Equal("too-many-pins", (await PinAsync(stage, last, until)).Error?.Code);
        stage.Core.Clock.Advance(TimeSpan.FromDays(2));
        (await PinAsync(stage, last, until.AddDays(1))).Must();
    }

    private static async Task<PostedComment> WholeAsync(Stage stage, string markdown) =>
        (await stage.PostAsync(stage.Ana, new PostComment(Guid.CreateVersion7(), markdown) { Target = new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId } })).Must();

    private static Task<ThreadView?> FindAsync(Stage stage, PostedComment thread) => stage.Get<ThreadQuery>().FindAsync(thread.ThreadId, null, stage.Ben, Cancellation);

    private static Task<IReadOnlyList<ThreadRow>> ListAsync(Stage stage, ThreadsBefore? before = null) => stage.Get<ThreadQuery>().RecentAsync(stage.GroupId, before, stage.Ben, Cancellation);

    private static Task<Result> PinAsync(Stage stage, PostedComment thread, DateTimeOffset until) =>
        stage.Get<PinThreadHandler>().HandleAsync(new PinThread(thread.ThreadId, until), stage.Moderator, Cancellation);

    private static Task<Result> UnpinAsync(Stage stage, PostedComment thread) =>
        stage.Get<UnpinThreadHandler>().HandleAsync(new UnpinThread(thread.ThreadId), stage.Owner, Cancellation);
}
