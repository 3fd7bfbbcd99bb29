using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Persistence;

namespace StudyGroup.Annotations.Editions;

/// <summary>How many marks came through in which way, and how many of the doubtful and lost ones still wait for somebody.</summary>
public sealed record CarryCounts(int Kept, int Moved, int ToReview, int Orphaned, int StillToReview, int StillOrphaned)
{
    public int Of(CarryOutcome outcome) => outcome switch
    {
        CarryOutcome.Kept => Kept,
        CarryOutcome.Moved => Moved,
        CarryOutcome.ToReview => ToReview,
        CarryOutcome.Orphaned => Orphaned,
    };

    internal static CarryCounts From(IReadOnlyList<CountedMarks> rows)
    {
        int Sum(CarryOutcome outcome, bool isOpen = false) =>
            rows.Where(row => row.Outcome == outcome && (!isOpen || row.State != AnchorState.Found)).Sum(row => row.Marks);
        return new CarryCounts(
            Sum(CarryOutcome.Kept), Sum(CarryOutcome.Moved), Sum(CarryOutcome.ToReview), Sum(CarryOutcome.Orphaned),
            Sum(CarryOutcome.ToReview, isOpen: true), Sum(CarryOutcome.Orphaned, isOpen: true));
    }
}

/// <summary>So many marks that came through in one way and stand like this now.</summary>
internal sealed record CountedMarks(CarryOutcome Outcome, AnchorState State, int Marks);

/// <summary>How the marks of all groups came through, private ones too: for the console, where who can run the program may do anything.</summary>
public sealed class CarryOverTally(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <summary>The reading's newest carry-over.</summary>
    public async Task<CarryCounts> CountAsync(Guid readingId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await db.NewestCarryOverAsync(readingId, cancellationToken);
        return CarryCounts.From(newest is null ? [] : await (
            from carried in db.CarriedMarks()
            where carried.CarryOverId == newest.Id
            join mark in db.Annotations() on carried.AnnotationId equals mark.Id
            where mark.RemovedAt == null
            group carried by new { carried.Outcome, mark.State } into rows
            select new CountedMarks(rows.Key.Outcome, rows.Key.State, rows.Count())).ToListAsync(cancellationToken));
    }
}
