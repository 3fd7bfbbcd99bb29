using StudyGroup.Annotations.Anchoring;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations.Editions;

/// <summary>Marks that were made on a page with an older edition: they follow the others, as if they had been there in time.</summary>
internal static class LateMarks
{
    /// <param name="db">The caller's unit of work, which has locked the text.</param>
    /// <param name="mark">A new mark in an older edition.</param>
    /// <param name="currentEditionId">The edition that the others stand in.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task FollowAsync(StudyGroupDbContext db, Annotation mark, Guid currentEditionId, CancellationToken cancellationToken)
    {
        var from = mark.EditionId;
        var change = EditionChange.Between(await db.BlocksOfAsync(from, cancellationToken), await db.BlocksOfAsync(currentEditionId, cancellationToken));
        var newest = await db.NewestCarryOverAsync(mark.ReadingId, cancellationToken);
        var carried = MarksFollow.Carry(newest?.Id ?? Guid.Empty, MarkToCarry.Of(mark, earlier: null), currentEditionId, change, new Reanchoring(change));
        mark.Stand(carried.Found(currentEditionId));

        // A mark from an edition before the last one stands in no list; where it is not found its card says so.
        if (newest?.FromEditionId == from && newest.ToEditionId == currentEditionId)
            db.CarriedMarks().Add(carried);
    }
}
