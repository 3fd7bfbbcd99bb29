using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Editions;

/// <summary>Makes another edition the current one of its reading, with everything that points into its words, inside the caller's transaction.</summary>
public sealed class EditionSwitch(IEnumerable<IEditionFollower> followers)
{
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="move">From where to where.</param>
    /// <param name="added">The edition itself where it is not stored yet.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <returns>A refusal when the text is not the one that the move starts from: somebody else changed it meanwhile.</returns>
    public async Task<Result> MoveAsync(StudyGroupDbContext db, EditionMove move, NewEdition? added, CancellationToken cancellationToken)
    {
        if (await db.TakeTextAsync(move.ReadingId, cancellationToken) != move.FromEditionId)
            return Errors.TextChangedMeanwhile;

        if (added is not null)
        {
            db.Editions().Add(added.Edition);
            db.EditionImages().AddRange(added.Images);
            if (!await SaveAsync(db, cancellationToken))
                return Errors.TextChangedMeanwhile;
        }

        await db.Readings().Where(reading => reading.Id == move.ReadingId)
            .ExecuteUpdateAsync(set => set.SetProperty(reading => reading.CurrentEditionId, move.ToEditionId), cancellationToken);
        foreach (var follower in followers)
            await follower.FollowAsync(db, move, cancellationToken);
        return Result.Success;
    }

    /// <summary>False when another edition took the number while the text went forth and back.</summary>
    private static async Task<bool> SaveAsync(StudyGroupDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return false;
        }
    }
}
