using StudyGroup.Persistence;

namespace StudyGroup.Readings.Editions;

/// <summary>A reading's text is about to be another edition.</summary>
/// <param name="ReadingId">The reading.</param>
/// <param name="FromEditionId">The edition that pages showed until now.</param>
/// <param name="ToEditionId">The edition that they show from now on.</param>
/// <param name="Change">How the one text becomes the other.</param>
/// <param name="ActorId">Null on the console.</param>
public sealed record EditionMove(Guid ReadingId, Guid FromEditionId, Guid ToEditionId, EditionChange Change, Guid? ActorId)
{
    /// <summary>The carry-over that is taken back by this move.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>Hears how many marks have been carried over.</summary>
    public IProgress<int>? Progress { get; init; }
}

/// <summary>What points into the words of a reading and goes with them to another edition, in the same transaction. Areas above this one bring theirs.</summary>
public interface IEditionFollower
{
    Task FollowAsync(StudyGroupDbContext db, EditionMove move, CancellationToken cancellationToken);
}
