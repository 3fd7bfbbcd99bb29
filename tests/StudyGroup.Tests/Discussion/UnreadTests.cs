using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>What is new since the last visit, and how reading on takes it away.</summary>
public sealed class UnreadTests
{
    [Theory, BothEngines]
    public async Task A_reading_of_more_marks_than_a_page_holds_counts_all_that_is_new_in_it(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        stage.Core.Clock.Advance(TimeSpan.FromHours(1));
        await stage.AddThreadsAsync(stage.Ben, MarginQuery.Window + 40, number => ("b1", 0, number % 7));
        var answered = await stage.CommentAsync(stage.Ben, "Which street?");
        await stage.ReplyAsync(stage.Moderator, answered, "That one.");
        await stage.CommentAsync(stage.Ben, "For myself.", isPrivate: true);
        await stage.CommentAsync(stage.Ana, "My own.");
        var query = stage.Get<UnreadQuery>();

        var fresh = await query.InReadingAsync(stage.GroupId, stage.Text.ReadingId, stage.Ana, Cancellation);
        var cards = await stage.Get<MarginQuery>().CardsOfAsync(stage.GroupId, stage.Text.ReadingId, [.. fresh.Select(mark => mark.MarkId)], stage.Ana, Cancellation);
        Assert.Equal(fresh.Select(mark => mark.MarkId), cards.Select(card => card.Mark?.Id ?? default));
        var whole = (await query.InThreadsAsync([.. cards.Select(card => card.ThreadId.GetValueOrDefault())], stage.Ana, Cancellation)).Sum(thread => thread.Count);
        Assert.Equal((whole, 2), (fresh.Sum(mark => mark.Count), fresh.Single(mark => cards.Single(card => card.ThreadId == answered.ThreadId).Mark?.Id == mark.MarkId).Count));
        (await stage.Get<MarkSeenHandler>().HandleAsync(new MarkSeen(answered.ThreadId, long.MaxValue), stage.Ana, Cancellation)).Must();

        Assert.Equal(fresh.Count - 1, (await query.InReadingAsync(stage.GroupId, stage.Text.ReadingId, stage.Ana, Cancellation)).Count);
        Assert.Empty(await query.InReadingAsync(stage.GroupId, stage.Text.ReadingId, stage.Zoe, Cancellation));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task What_others_wrote_since_is_new_until_it_was_seen(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        stage.Core.Clock.Advance(TimeSpan.FromHours(1));
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");
        var second = await stage.ReplyAsync(stage.Ben, thread, "The long one.");
        var third = await stage.ReplyAsync(stage.Moderator, thread, "The short one.");

        Assert.Equal((2, thread.Sequence, null), Parts(await UnreadAsync(stage, stage.Ben, thread)));
        await SeeAsync(stage, stage.Ben, thread, second.Sequence);
        var seen = stage.Core.Clock.GetUtcNow();
        Assert.Equal((1, third.Sequence, seen), Parts(await UnreadAsync(stage, stage.Ben, thread)));
        await SeeAsync(stage, stage.Ben, thread, third.Sequence);
        Assert.Equal((0, 0L, seen), Parts(await UnreadAsync(stage, stage.Ben, thread)));
        // Nobody else has read it by that.
        Assert.Equal(2, (await UnreadAsync(stage, stage.Ana, thread)).Count);
    }

    [Theory, BothEngines]
    public async Task Who_joins_finds_what_was_there_before_them_not_new(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.WriteAsync((db, now) => db.Memberships().Where(row => row.AccountId == stage.Observer.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.JoinedAt, now.AddHours(1)), Cancellation));
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");
        stage.Core.Clock.Advance(TimeSpan.FromHours(2));
        var late = await stage.ReplyAsync(stage.Ben, thread, "The long one.");

        Assert.Equal((1, late.Sequence, null), Parts(await UnreadAsync(stage, stage.Observer, thread)));
    }

    [Theory, BothEngines]
    public async Task A_position_never_goes_back_and_never_ahead_of_what_is_written(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");
        var second = await stage.ReplyAsync(stage.Ana, thread, "This one?");

        await SeeAsync(stage, stage.Ben, thread, long.MaxValue);
        await SeeAsync(stage, stage.Ben, thread, thread.Sequence);
        await SeeAsync(stage, stage.Ben, thread, -5);

        Assert.Equal(second.Sequence, (await UnreadAsync(stage, stage.Ben, thread)).Seen);
        var third = await stage.ReplyAsync(stage.Ana, thread, "Or that one?");
        Assert.Equal((1, third.Sequence), ((await UnreadAsync(stage, stage.Ben, thread)).Count, (await UnreadAsync(stage, stage.Ben, thread)).First));
        // The other pages were told of what changed, and of nothing else.
        await using var db = await stage.ReadAsync();
        Assert.Equal(1, await db.StreamEvents().CountAsync(row => row.StreamId == stage.Ben.AccountId && row.Kind == DiscussionEvents.ThreadSeen, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Ten_tabs_at_once_leave_the_furthest_of_their_places(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");
        var replies = new List<PostedComment>();
        for (var number = 0; number < 10; number++)
            replies.Add(await stage.ReplyAsync(stage.Ana, thread, $"Door {number}"));

        await AtOnce.DoAsync(10, async number =>
        {
            await SeeAsync(stage, stage.Ben, thread, replies[(number * 7) % 10].Sequence);
            return true;
        });

        Assert.Equal((0, replies[^1].Sequence), ((await UnreadAsync(stage, stage.Ben, thread)).Count, (await UnreadAsync(stage, stage.Ben, thread)).Seen));
    }

    [Theory, BothEngines]
    public async Task Own_hidden_and_deleted_comments_are_not_new(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ben, "Which street?");
        var hidden = await stage.ReplyAsync(stage.Ana, thread, "This one.");
        var deleted = await stage.ReplyAsync(stage.Ana, thread, "That one.");
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(hidden.Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        (await stage.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(deleted.Id), stage.Ana, Cancellation)).Must();

        Assert.Equal((0, 0L), ((await UnreadAsync(stage, stage.Ben, thread)).Count, (await UnreadAsync(stage, stage.Ben, thread)).First));
    }

    [Theory, BothEngines]
    public async Task Another_visit_is_dated_anew_and_the_same_one_is_not(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");
        await SeeAsync(stage, stage.Ben, thread, thread.Sequence);
        var first = stage.Core.Clock.GetUtcNow();

        stage.Core.Clock.Advance(TimeSpan.FromMinutes(5));
        await SeeAsync(stage, stage.Ben, thread, thread.Sequence);
        Assert.Equal(first, (await UnreadAsync(stage, stage.Ben, thread)).VisitedAt);
        stage.Core.Clock.Advance(TimeSpan.FromDays(2));
        await SeeAsync(stage, stage.Ben, thread, thread.Sequence);
        Assert.Equal(stage.Core.Clock.GetUtcNow(), (await UnreadAsync(stage, stage.Ben, thread)).VisitedAt);
    }

    private static async Task SeeAsync(Stage stage, CurrentMember member, PostedComment thread, long sequence) =>
        (await stage.Get<MarkSeenHandler>().HandleAsync(new MarkSeen(thread.ThreadId, sequence), member, Cancellation)).Must();

    private static async Task<ThreadUnread> UnreadAsync(Stage stage, CurrentMember member, PostedComment thread) =>
        await stage.Get<UnreadQuery>().InThreadAsync(thread.ThreadId, member, Cancellation) ?? throw new InvalidOperationException("The thread is not there.");

    private static (int Count, long First, DateTimeOffset? At) Parts(ThreadUnread unread) => (unread.Count, unread.First, unread.VisitedAt);
}
