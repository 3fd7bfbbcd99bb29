using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Annotations.Editions;
using StudyGroup.Discussion;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;
using static StudyGroup.Tests.Annotations.Editions.EditionSteps;
using static StudyGroup.Tests.Authorization.StagedText;

namespace StudyGroup.Tests.Annotations.Editions;

public sealed class CarryOverTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Marks_go_with_their_words_into_the_new_edition(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var same = await stage.MarkAsync(stage.Ana, 1, "counted the doors");
        var edited = await stage.MarkAsync(stage.Ben, 2, "nobody could say whose door was new");

        await stage.ReviseAsync(Third, First, Second.Replace("whose door", "which door", StringComparison.Ordinal));

        Assert.Equal("counted the doors", await stage.WordsOfAsync(same));
        Assert.Equal("nobody could say which door was new", await stage.WordsOfAsync(edited));
        Assert.Equal((CarryOutcome.Kept, AnchorMethod.Unchanged, 1.0), Tell(await stage.CarriedAsync(same)));
        var carried = await stage.CarriedAsync(edited);
        Assert.Equal((CarryOutcome.Kept, AnchorMethod.Difference), (carried.Outcome, carried.Method));
        Assert.InRange(carried.Score, 0.85, 0.99);
        var row = await stage.MarkRowAsync(edited);
        Assert.Equal((await stage.CurrentEditionAsync(), AnchorState.Found), (row.EditionId, row.State));
        Assert.Equal("nobody could say whose door was new", row.Quote);
    }

    [Theory, BothEngines]
    public async Task A_mark_whose_words_are_gone_stays_in_the_margin_with_its_quote_and_its_thread(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var posted = await stage.CommentAsync(stage.Ana, "Who counts?");

        await stage.ReviseAsync(Second, Third);

        var card = Assert.Single(await stage.Get<MarginQuery>().CardsAsync(stage.GroupId, stage.Text.ReadingId, 0, stage.Ben, Cancellation));
        Assert.Equal(AnchorState.Lost, card.Mark?.State);
        Assert.Equal((card.Mark?.StartBlock, card.Mark?.StartOffset), (card.Mark?.EndBlock, card.Mark?.EndOffset));
        Assert.Equal("lamplighter", card.Quote);
        Assert.Equal((posted.ThreadId, 1), (card.ThreadId, card.Comments));
        Assert.Equal(CarryOutcome.Orphaned, (await stage.CarriedAsync(card.Mark?.Id ?? default)).Outcome);
    }

    [Theory, BothEngines]
    public async Task A_doubtful_place_is_offered_and_not_taken(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var mark = await stage.MarkAsync(stage.Ana, 2, "nobody could say whose door was new");

        await stage.ReviseAsync(First, "In the morning the number had changed, and nobody could tell which door was new.");

        var carried = await stage.CarriedAsync(mark);
        Assert.Equal(CarryOutcome.ToReview, carried.Outcome);
        Assert.InRange(carried.Score, 0.65, 0.85);
        var view = Assert.Single(await stage.Get<MarginQuery>().MarksAsync(stage.GroupId, stage.Text.ReadingId, stage.Ben, Cancellation));
        Assert.Equal((AnchorState.Unsure, view.StartBlock, view.StartOffset), (view.State, view.EndBlock, view.EndOffset));
    }

    [Theory, BothEngines]
    public async Task A_copy_of_the_words_elsewhere_does_not_get_the_mark(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var mark = await stage.MarkAsync(stage.Ana, 1, "the doors of the long street");

        await stage.ReviseAsync("They spoke of the doors of the long street.", First.Replace("doors of the", "door of the", StringComparison.Ordinal), Second);

        Assert.Equal("the door of the long street", await stage.WordsOfAsync(mark));
    }

    [Theory, BothEngines]
    public async Task A_moved_paragraph_takes_its_marks_and_its_key_along(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var mark = await stage.MarkAsync(stage.Ana, 1, "counted the doors");
        var key = (await stage.MarkRowAsync(mark)).StartBlock;

        await stage.ReviseAsync(Second, Third, First);

        var row = await stage.MarkRowAsync(mark);
        Assert.Equal((key, 3), (row.StartBlock, row.StartPosition));
        Assert.Equal("counted the doors", await stage.WordsOfAsync(mark));
    }

    [Theory, BothEngines]
    public async Task A_private_mark_is_carried_over_and_stays_private(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var mark = await stage.MarkAsync(stage.Ana, 1, "counted the doors", isPrivate: true);

        await stage.ReviseAsync(Third, First, Second);

        Assert.Equal("counted the doors", await stage.WordsOfAsync(mark));
        Assert.True((await stage.CarriedAsync(mark)).IsPrivate);
        Assert.Empty(await stage.Get<MarginQuery>().MarksAsync(stage.GroupId, stage.Text.ReadingId, stage.Moderator, Cancellation));
        Assert.Single(await stage.Get<MarginQuery>().MarksAsync(stage.GroupId, stage.Text.ReadingId, stage.Ana, Cancellation));
    }

    [Theory, BothEngines]
    public async Task Who_marks_on_a_page_with_the_old_text_marks_the_same_words_of_the_new_one(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var before = stage.Text.Passage();

        await stage.ReviseAsync(Third, First.Replace("The lamplighter", "Every lamplighter", StringComparison.Ordinal), Second);
        var mark = await stage.MarkAsync(stage.Ana, before);

        Assert.Equal("lamplighter", await stage.WordsOfAsync(mark));
        Assert.Equal(await stage.CurrentEditionAsync(), (await stage.MarkRowAsync(mark)).EditionId);
        Assert.Equal(CarryOutcome.Kept, (await stage.CarriedAsync(mark)).Outcome);
    }

    [Theory, BothEngines]
    public async Task A_mark_that_lost_its_words_gets_them_back_when_a_later_edition_has_them(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var mark = await stage.MarkAsync(stage.Ana, 1, "counted the doors of the long street");

        await stage.ReviseAsync(Second, Third);
        Assert.Equal(AnchorState.Lost, (await stage.MarkRowAsync(mark)).State);
        await stage.ReviseAsync(Second, First.Replace("wrote", "noted", StringComparison.Ordinal), Third);

        Assert.Equal(AnchorState.Found, (await stage.MarkRowAsync(mark)).State);
        Assert.Equal("counted the doors of the long street", await stage.WordsOfAsync(mark));
        await using var db = await stage.ReadAsync();
        Assert.Equal(2, await db.CarryOvers().CountAsync(Cancellation));
    }

    private static (CarryOutcome, AnchorMethod, double) Tell(CarriedMark mark) => (mark.Outcome, mark.Method, mark.Score);
}
