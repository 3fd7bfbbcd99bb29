using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Persistence;
using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations.Editions;

/// <summary>
/// Carries every mark of a reading over to another edition, private ones too, and keeps for each where it was and how its new place was found. The marks pass
/// in pages, and one statement moves them all, so memory and the time of the lock stay small.
/// </summary>
public sealed class MarksFollow(TimeProvider time) : IEditionFollower
{
    private const int PageSize = 1_000;

    public async Task FollowAsync(StudyGroupDbContext db, EditionMove move, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var carryOver = new CarryOver
        {
            Id = Guid.CreateVersion7(now),
            ReadingId = move.ReadingId,
            Number = ((await db.NewestCarryOverAsync(move.ReadingId, cancellationToken))?.Number ?? 0) + 1,
            FromEditionId = move.FromEditionId,
            ToEditionId = move.ToEditionId,
            StartedById = move.ActorId,
            At = now,
            UndoesId = move.Undoes,
        };
        db.CarryOvers().Add(carryOver);
        await db.SaveChangesAsync(cancellationToken);

        var reanchoring = new Reanchoring(move.Change);
        var carried = 0;
        var after = Guid.Empty;
        while (await PageAsync(db, move, after, cancellationToken) is { Count: > 0 } page)
        {
            await db.WriteAllAsync([.. page.Select(mark => Carry(carryOver.Id, mark, move.ToEditionId, move.Change, reanchoring))], cancellationToken);
            after = page[^1].Id;
            carried += page.Count;
            move.Progress?.Report(carried);
        }

        await MoveAllAsync(db, carryOver, cancellationToken);
    }

    internal static CarriedMark Carry(Guid carryOverId, MarkToCarry mark, Guid toEditionId, EditionChange change, Reanchoring reanchoring)
    {
        var place = mark.Place;
        var (found, method, score) = (mark.Earlier, AnchorMethod.Restored, 1.0);
        if (found is null)
        {
            var anchor = reanchoring.Carry(new StoredSelector(
                new Place(place.StartPosition, place.StartOffset, place.EndPosition, place.EndOffset), place.State, mark.Quote, mark.Prefix, mark.Suffix));
            (found, method, score) = (Standing.At(toEditionId, change.New, anchor.Place, anchor.State), anchor.Method, anchor.Score);
        }

        return new CarriedMark
        {
            CarryOverId = carryOverId,
            AnnotationId = mark.Id,
            GroupId = mark.GroupId,
            IsPrivate = mark.IsPrivate,
            Outcome = OutcomeOf(found.State, method),
            Method = method,
            Score = Math.Round(score, 3),
            FromState = place.State,
            FromStartBlock = place.StartBlock,
            FromStartPosition = place.StartPosition,
            FromStartOffset = place.StartOffset,
            FromEndBlock = place.EndBlock,
            FromEndPosition = place.EndPosition,
            FromEndOffset = place.EndOffset,
            State = found.State,
            StartBlock = found.StartBlock,
            StartPosition = found.StartPosition,
            StartOffset = found.StartOffset,
            EndBlock = found.EndBlock,
            EndPosition = found.EndPosition,
            EndOffset = found.EndOffset,
        };
    }

    private static CarryOutcome OutcomeOf(AnchorState state, AnchorMethod method) => state switch
    {
        AnchorState.Unsure => CarryOutcome.ToReview,
        AnchorState.Lost => CarryOutcome.Orphaned,
        _ => method is AnchorMethod.Search or AnchorMethod.BlockMoved ? CarryOutcome.Moved : CarryOutcome.Kept,
    };

    // Taken back, a mark goes where it was; one that came later is carried over like any other.
    private static async Task<IReadOnlyList<MarkToCarry>> PageAsync(StudyGroupDbContext db, EditionMove move, Guid after, CancellationToken cancellationToken)
    {
        var rows = await (
            from mark in db.Annotations().AsNoTracking()
            where mark.ReadingId == move.ReadingId && mark.Id > after
            orderby mark.Id
            from earlier in db.CarriedMarks().Where(row => row.AnnotationId == mark.Id && row.CarryOverId == move.Undoes).DefaultIfEmpty()
            select new { Mark = mark, Earlier = earlier }).Take(PageSize).ToListAsync(cancellationToken);
        return [.. rows.Select(row => MarkToCarry.Of(row.Mark, row.Earlier?.Before(move.ToEditionId)))];
    }

    private static Task<int> MoveAllAsync(StudyGroupDbContext db, CarryOver carryOver, CancellationToken cancellationToken) => (
        from mark in db.Annotations()
        join carried in db.CarriedMarks() on mark.Id equals carried.AnnotationId
        where carried.CarryOverId == carryOver.Id
        select new { Mark = mark, Carried = carried }).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Mark.EditionId, carryOver.ToEditionId)
                .SetProperty(row => row.Mark.State, row => row.Carried.State)
                .SetProperty(row => row.Mark.StartBlock, row => row.Carried.StartBlock)
                .SetProperty(row => row.Mark.StartPosition, row => row.Carried.StartPosition)
                .SetProperty(row => row.Mark.StartOffset, row => row.Carried.StartOffset)
                .SetProperty(row => row.Mark.EndBlock, row => row.Carried.EndBlock)
                .SetProperty(row => row.Mark.EndPosition, row => row.Carried.EndPosition)
                .SetProperty(row => row.Mark.EndOffset, row => row.Carried.EndOffset),
            cancellationToken);
}

/// <summary>A mark on its way to another edition.</summary>
internal sealed record MarkToCarry(Guid Id, Guid GroupId, bool IsPrivate, Standing Place, string Quote, string Prefix, string Suffix, Standing? Earlier)
{
    public static MarkToCarry Of(Annotation mark, Standing? earlier) => new(
        mark.Id,
        mark.GroupId,
        mark.IsPrivate,
        mark.Standing(),
        mark.Quote,
        mark.Prefix,
        mark.Suffix,
        earlier);
}
