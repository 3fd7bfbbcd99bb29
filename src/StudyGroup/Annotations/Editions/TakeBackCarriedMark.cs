using StudyGroup.Annotations.Anchoring;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Editions;

/// <summary>
/// Takes one step back about a mark: what somebody decided, or, where nobody has, the place that was found. A mark without a place stays in the margin with its quote.
/// </summary>
public sealed record TakeBackCarriedMark(Guid AnnotationId);

public sealed class TakeBackCarriedMarkHandler(WriteTransactions writes, MarkDesk desk, TimeProvider time)
{
    public Task<Result> HandleAsync(TakeBackCarriedMark request, CurrentMember member, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, ct) =>
        {
            var taken = await desk.TakeAsync(db, request.AnnotationId, member, ct);
            if (!taken.Succeeded)
                return taken.Error;
            var (mark, carried, edition) = taken.Value;
            if (carried is null || carried.Decision == CarryDecision.TakenBack || (carried.Decision is null && carried.State == AnchorState.Lost))
                return Errors.NothingToTakeBack;

            // Accepting a place after it was taken back only undid that, so the next step back is the place itself.
            var isDecided = carried.Decision == CarryDecision.Attached || (carried.Decision == CarryDecision.Accepted && carried.State != AnchorState.Found);
            mark.Stand(isDecided ? carried.Found(edition) : carried.Found(edition).Lost());
            carried.Decide(isDecided ? null : CarryDecision.TakenBack, member, time.GetUtcNow());
            return Result.Success;
        },
        cancellationToken);
}
