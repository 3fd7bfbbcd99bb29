using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>The member is looking at this block. The furthest place only grows; the last one is where reading goes on.</summary>
public sealed record MarkPosition(Guid ReadingId, string BlockKey);

public sealed class MarkPositionHandler(WriteTransactions writes, TimeProvider time)
{
    public async Task<Result> HandleAsync(MarkPosition request, CurrentMember member, CancellationToken cancellationToken)
    {
        try
        {
            return await writes.RunAsync((db, ct) => MarkAsync(db, request, member, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Two pages marked their first place at once: the row is there now, and this one moves it.
            return await writes.RunAsync((db, ct) => MarkAsync(db, request, member, ct), cancellationToken);
        }
    }

    private async Task<Result> MarkAsync(StudyGroupDbContext db, MarkPosition request, CurrentMember member, CancellationToken cancellationToken)
    {
        var block = await (
            from reading in db.ReadingsFor(member)
            where reading.Id == request.ReadingId
            join row in db.Blocks() on reading.CurrentEditionId equals row.EditionId
            where row.Key == request.BlockKey
            select (int?)row.Position).SingleOrDefaultAsync(cancellationToken);
        if (block is not { } place)
            return Error.NotFound;

        var now = time.GetUtcNow();
        var moved = await db.ReadingPositions()
            .Where(row => row.AccountId == member.AccountId && row.ReadingId == request.ReadingId)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Last, place)
                    .SetProperty(row => row.Furthest, row => row.Furthest > place ? row.Furthest : place)
                    .SetProperty(row => row.UpdatedAt, now),
                cancellationToken);
        if (moved == 0)
            db.ReadingPositions().Add(new ReadingPosition { AccountId = member.AccountId, ReadingId = request.ReadingId, Furthest = place, Last = place, UpdatedAt = now });
        return Result.Success;
    }
}
