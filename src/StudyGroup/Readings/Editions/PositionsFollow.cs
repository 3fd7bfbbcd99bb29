using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Readings.Editions;

/// <summary>How far members have read, in blocks of the new edition.</summary>
public sealed class PositionsFollow : IEditionFollower
{
    public async Task FollowAsync(StudyGroupDbContext db, EditionMove move, CancellationToken cancellationToken)
    {
        var blocks = move.Change.Old.Count;
        await foreach (var position in db.ReadingPositions().Where(row => row.ReadingId == move.ReadingId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            position.Furthest = position.Furthest < blocks ? move.Change.NearestTo(position.Furthest) : position.Furthest;
            position.Last = position.Last < blocks ? move.Change.NearestTo(position.Last) : position.Last;
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
