using StudyGroup.Annotations.Anchoring;
using StudyGroup.Annotations.Editions;
using StudyGroup.Groups;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;
using static StudyGroup.Tests.Annotations.Editions.EditionSteps;
using static StudyGroup.Tests.Authorization.StagedText;

namespace StudyGroup.Tests.Annotations.Editions;

public sealed class EditionQueryTests
{
    private static readonly string Doubtful = Second.Replace("say whose", "tell which", StringComparison.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task The_result_counts_and_lists_what_was_kept_moved_doubtful_and_lost(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (kept, doubtful, lost) = await MarkThreeAsync(stage);

        await stage.ReviseAsync(Third, "A new first word. " + Doubtful);

        var view = await FindAsync(stage, stage.Moderator);
        Assert.Equal(new CarryCounts(1, 0, 1, 1, 1, 1), view.Counts);
        Assert.Equal((1, 2, false, true, true), (view.Row.From, view.Row.To, view.Row.IsUndo, view.IsNewest, view.MayUndo));
        var review = Assert.Single(await MarksAsync(stage, view, CarryOutcome.ToReview));
        Assert.Equal((doubtful, AnchorState.Unsure, 2, 2, "nobody could say whose door was new"), (review.Id, review.State, review.Before, review.Paragraph, review.Quote));
        Assert.Equal("nobody could tell which door was new", review.Words);
        var orphan = Assert.Single(await MarksAsync(stage, view, CarryOutcome.Orphaned));
        Assert.Equal((lost, "counted the doors", "", AnchorMethod.None), (orphan.Id, orphan.Quote, orphan.Words, orphan.Method));
        Assert.True(Assert.Single(await MarksAsync(stage, view, CarryOutcome.Kept)) is { HasSameWords: true } same && same.Id == kept);
    }

    [Theory, BothEngines]
    public async Task What_was_decided_is_told_with_who_decided_it(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (_, doubtful, _) = await MarkThreeAsync(stage);
        await stage.ReviseAsync(Third, Doubtful);

        (await stage.Get<AcceptCarriedMarkHandler>().HandleAsync(new AcceptCarriedMark(doubtful), stage.Ben, Cancellation)).Must();

        var view = await FindAsync(stage, stage.Moderator);
        Assert.Equal((1, 0), (view.Counts.ToReview, view.Counts.StillToReview));
        var mark = Assert.Single(await MarksAsync(stage, view, CarryOutcome.ToReview));
        Assert.Equal((CarryDecision.Accepted, stage.Ben.Name, AnchorState.Found), (mark.Decision, mark.DecidedBy, mark.State));
    }

    [Theory, BothEngines]
    public async Task A_private_mark_of_another_is_in_no_count_and_no_list(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.MarkAsync(stage.Ana, 1, "counted the doors", isPrivate: true);
        var own = await stage.MarkAsync(stage.Moderator, 1, "wrote the number", isPrivate: true);
        await stage.ReviseAsync(Second, Third);

        var view = await FindAsync(stage, stage.Moderator);

        Assert.Equal(1, view.Counts.Orphaned);
        Assert.Equal([own], (await MarksAsync(stage, view, CarryOutcome.Orphaned)).Select(mark => mark.Id));
        Assert.Equal(2, (await stage.Get<CarryOverTally>().CountAsync(stage.Text.ReadingId, Cancellation)).Orphaned);
    }

    [Theory, BothEngines]
    public async Task Participants_see_the_editions_and_not_the_result(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.ReviseAsync(First, Second, Third);

        var editions = await stage.Get<EditionsQuery>().FindAsync("herons", stage.Text.Slug, stage.Ana, Cancellation);

        Assert.NotNull(editions);
        Assert.Equal([(2, 1, 1, 0, 0), (1, 0, 0, 0, 0)], editions.Editions.Select(row => (row.Number, row.BasedOn.GetValueOrDefault(), row.Added, row.Removed, row.Changed)));
        Assert.Equal(stage.Moderator.Name, editions.Editions[0].ImportedBy);
        Assert.False(editions.MayChange);
        Assert.Null(await stage.Get<CarryOverQuery>().FindAsync("herons", stage.Text.Slug, null, stage.Ana, Cancellation));
        var old = await FindAsync(stage, stage.Moderator);
        Assert.Empty(await stage.Get<CarryOverQuery>().MarksAsync(old, CarryOutcome.Kept, null, stage.Ana, Cancellation));
    }

    [Theory, BothEngines]
    public async Task A_change_that_was_taken_back_is_told_and_cannot_be_decided_about(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var (_, doubtful, _) = await MarkThreeAsync(stage);
        await stage.ReviseAsync(Third, Doubtful);
        (await stage.Get<UndoEditionHandler>().HandleAsync(new UndoEdition((await stage.NewestCarryOverAsync()).Id), stage.Moderator, Cancellation)).Must();

        var first = await stage.Get<CarryOverQuery>().FindAsync("herons", stage.Text.Slug, 1, stage.Moderator, Cancellation);
        var undo = await FindAsync(stage, stage.Moderator);

        Assert.NotNull(first);
        Assert.Equal((false, true, true), (first.IsNewest, undo.IsNewest, undo.Row.IsUndo));
        Assert.Equal("nobody could tell which door was new", Assert.Single(await MarksAsync(stage, first, CarryOutcome.ToReview)).Words);
        Assert.Equal(doubtful, Assert.Single(await MarksAsync(stage, first, CarryOutcome.ToReview)).Id);
    }

    [Theory, BothEngines]
    public async Task The_difference_is_shown_from_the_edition_that_the_newest_was_made_from(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        await stage.ReviseAsync(First, Doubtful);

        var newest = await stage.Get<DifferenceQuery>().FindAsync("herons", stage.Text.Slug, null, null, stage.Ana, Cancellation);
        var backwards = await stage.Get<DifferenceQuery>().FindAsync("herons", stage.Text.Slug, 2, 1, stage.Ana, Cancellation);

        Assert.NotNull(newest);
        Assert.NotNull(backwards);
        Assert.Equal((1, 2), (newest.From, newest.To));
        Assert.Equal(Doubtful, string.Concat(newest.Rows[2].Pieces.Where(piece => piece.Kind != StudyGroup.Readings.Editions.PieceKind.Removed).Select(piece => piece.Text)));
        Assert.Equal(Second, string.Concat(backwards.Rows[2].Pieces.Where(piece => piece.Kind != StudyGroup.Readings.Editions.PieceKind.Removed).Select(piece => piece.Text)));
        Assert.Null(await stage.Get<DifferenceQuery>().FindAsync("herons", stage.Text.Slug, 1, 7, stage.Ana, Cancellation));
    }

    private static async Task<(Guid Kept, Guid Doubtful, Guid Lost)> MarkThreeAsync(Stage stage)
    {
        var kept = await stage.MarkAsync(stage.Ana, 2, "the number had changed");
        var doubtful = await stage.MarkAsync(stage.Ben, 2, "nobody could say whose door was new");
        return (kept, doubtful, await stage.MarkAsync(stage.Ana, 1, "counted the doors"));
    }

    private static async Task<CarryOverView> FindAsync(Stage stage, CurrentMember member) =>
        await stage.Get<CarryOverQuery>().FindAsync("herons", stage.Text.Slug, null, member, Cancellation) ?? throw new InvalidOperationException("There is no result.");

    private static Task<IReadOnlyList<CarriedMarkView>> MarksAsync(Stage stage, CarryOverView view, CarryOutcome outcome) =>
        stage.Get<CarryOverQuery>().MarksAsync(view, outcome, null, stage.Moderator, Cancellation);
}
