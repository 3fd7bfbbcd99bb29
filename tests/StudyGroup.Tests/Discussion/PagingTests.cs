using StudyGroup.Discussion;
using StudyGroup.Moderation;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>Lists three times as long as what is read at once: every row comes once, in its order, whatever happens between two pages.</summary>
public sealed class PagingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_thread_of_three_pages_is_read_without_loss_or_double(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var thread = await stage.CommentAsync(stage.Ana, "Which street?");
        var other = await stage.CommentAsync(stage.Ana, "Which door?");
        await stage.AddCommentsAsync(stage.Ben, 6 * ThreadQuery.PageSize, thread.ThreadId, other.ThreadId);
        var query = stage.Get<ThreadQuery>();

        var first = await query.CommentsAsync(thread.ThreadId, 0, stage.Observer, Cancellation);
        (await stage.Get<HideCommentHandler>().HandleAsync(new HideComment(first[7].Id, "Off the path"), stage.Moderator, Cancellation)).Must();
        var second = await query.CommentsAsync(thread.ThreadId, first[^1].Sequence, stage.Observer, Cancellation);
        var late = await stage.ReplyAsync(stage.Ana, thread, "Late.");
        var third = await query.CommentsAsync(thread.ThreadId, second[^1].Sequence, stage.Observer, Cancellation);
        var rest = await query.CommentsAsync(thread.ThreadId, third[^1].Sequence, stage.Observer, Cancellation);

        var all = first.Concat(second).Concat(third).Concat(rest).ToList();
        Assert.Equal([ThreadQuery.PageSize, ThreadQuery.PageSize, ThreadQuery.PageSize, 2], [first.Count, second.Count, third.Count, rest.Count]);
        Assert.Equal(all.Select(comment => comment.Sequence).Distinct().Order(), all.Select(comment => comment.Sequence));
        Assert.Equal(3 * ThreadQuery.PageSize + 2, all.DistinctBy(comment => comment.Id).Count());
        Assert.Equal((thread.Id, late.Id), (all[0].Id, all[^1].Id));
        Assert.Empty(await query.CommentsAsync(thread.ThreadId, rest[^1].Sequence, stage.Observer, Cancellation));
        var back = await query.CommentsBeforeAsync(thread.ThreadId, all[300].Sequence, stage.Observer, Cancellation);
        Assert.Equal(all[(300 - ThreadQuery.PageSize)..300].Select(comment => comment.Id), back.Select(comment => comment.Id));
        Assert.Empty(await query.CommentsBeforeAsync(thread.ThreadId, all[0].Sequence, stage.Observer, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Threads_of_three_pages_are_read_by_their_newest_comment(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.AddThreadsAsync(stage.Ana, 150);
        await stage.CommentAsync(stage.Ana, "For myself.", isPrivate: true);
        var query = stage.Get<ThreadQuery>();

        var begun = stage.Core.Clock.GetUtcNow();
        var first = await query.RecentAsync(stage.GroupId, null, stage.Observer, Cancellation);
        var second = await query.RecentAsync(stage.GroupId, new ThreadsBefore(first[^1].LastSequence, begun), stage.Observer, Cancellation);
        // A thread of the last page moves to the top while somebody reads: it is not missed, for it is new.
        var (moved, fresh) = (await query.RecentAsync(stage.GroupId, new ThreadsBefore(second[^1].LastSequence, begun), stage.Observer, Cancellation))[30].Id is var id
            ? (id, (await stage.PostAsync(stage.Ben, new PostComment(Guid.CreateVersion7(), "Here again.") { ThreadId = id })).Must())
            : default;
        var third = await query.RecentAsync(stage.GroupId, new ThreadsBefore(second[^1].LastSequence, begun), stage.Observer, Cancellation);

        var all = first.Concat(second).Concat(third).ToList();
        Assert.Equal([50, 50, 49], [first.Count, second.Count, third.Count]);
        Assert.Equal(all.Select(row => row.LastSequence).Distinct().OrderDescending(), all.Select(row => row.LastSequence));
        Assert.Empty(await query.RecentAsync(stage.GroupId, new ThreadsBefore(third[^1].LastSequence, begun), stage.Observer, Cancellation));
        var top = (await query.RecentAsync(stage.GroupId, null, stage.Observer, Cancellation))[0];
        Assert.Equal((moved, fresh.Sequence, 2), (top.Id, top.LastSequence, top.Comments));
    }

    [Theory, BothEngines]
    public async Task A_margin_of_three_windows_is_read_in_the_order_of_the_text(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        // Four places in three blocks; one block alone holds more marks than a window.
        await stage.AddThreadsAsync(stage.Ana, 3 * MarginQuery.Window, number => (number % 4) switch
        {
            0 => ("b1", 0, 0),
            1 => ("b2", 1, 4),
            2 => ("b2", 1, 0),
            _ => ("b3", 2, 7),
        });
        var query = stage.Get<MarginQuery>();

        var pages = new List<IReadOnlyList<ThreadCard>> { await query.CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, stage.Observer, Cancellation) };
        while (pages[^1] is [.., { Mark: { } last }])
        {
            if (pages.Count == 2)
                await stage.CommentAsync(stage.Ben, "Late, in the second block.");
            pages.Add(await query.CardsAfterAsync(stage.GroupId, stage.Text.ReadingId, last, stage.Observer, Cancellation));
        }

        // A card has its number of comments beside its mark.
        var marks = (await query.MarksAsync(stage.GroupId, stage.Text.ReadingId, stage.Observer, Cancellation)).Select(mark => mark with { Comments = 0 }).ToList();
        var cards = pages.SelectMany(page => page).Select(card => card.Mark ?? throw new InvalidOperationException("A card without a mark.")).ToList();
        Assert.Equal([MarginQuery.Window, MarginQuery.Window, MarginQuery.Window], pages.Take(3).Select(page => page.Count));
        Assert.Equal(3 * MarginQuery.Window + 1, marks.Count);
        Assert.Equal(cards, marks.Where(mark => cards.Contains(mark)));
        Assert.Equal(cards.Count, cards.DistinctBy(mark => mark.Id).Count());
        Assert.True(cards.Count >= 3 * MarginQuery.Window);
        Assert.Equal(marks.Select(mark => (mark.StartPosition, mark.StartOffset)).Order(), marks.Select(mark => (mark.StartPosition, mark.StartOffset)));
    }

    [Theory, BothEngines]
    public async Task A_window_begins_at_the_block_that_is_looked_at(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.AddThreadsAsync(stage.Ana, 10, number => number < 5 ? ("b2", 1, number) : ("b3", 2, number));

        var cards = await stage.Get<MarginQuery>().CardsAsync(stage.GroupId, stage.Text.ReadingId, 2, stage.Observer, Cancellation);

        Assert.Equal([5, 6, 7, 8, 9], cards.Select(card => card.Mark?.StartOffset ?? -1));
        Assert.All(cards, card => Assert.Equal((1, card.ThreadId), (card.Comments, card.First?.ThreadId)));
    }

    [Theory, BothEngines]
    public async Task Who_made_marks_is_named_once_and_nobody_by_their_notes_to_themselves(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        foreach (var author in new[] { stage.Moderator, stage.Ana, stage.Ana })
            await stage.CommentAsync(author, "Which street?");
        await stage.CommentAsync(stage.Ben, "For myself.", isPrivate: true);

        var authors = await stage.Get<MarginQuery>().AuthorsAsync(stage.GroupId, stage.Text.ReadingId, 50, stage.Observer, Cancellation);
        var first = await stage.Get<MarginQuery>().AuthorsAsync(stage.GroupId, stage.Text.ReadingId, 1, stage.Observer, Cancellation);

        Assert.Equal(new[] { stage.Ana, stage.Moderator }.OrderBy(author => author.Name, StringComparer.Ordinal).Select(author => author.AccountId), authors.Select(author => author.Id));
        Assert.Equal(authors[0], Assert.Single(first));
    }

    [Theory, BothEngines]
    public async Task Of_the_threads_on_a_whole_reading_the_newest_fifty_are_shown(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.AddThreadsAsync(stage.Ana, 60);

        var cards = await stage.Get<MarginQuery>().WholeReadingAsync(stage.GroupId, stage.Text.ReadingId, stage.Observer, Cancellation);

        Assert.Equal(50, cards.Count);
        Assert.Equal("<p>Door 59</p>", cards[0].First?.Html);
        Assert.Equal(cards.Select(card => card.LastSequence).OrderDescending(), cards.Select(card => card.LastSequence));
    }
}
