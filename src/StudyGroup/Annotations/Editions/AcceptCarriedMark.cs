using StudyGroup.Annotations.Anchoring;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Editions;

/// <summary>The place that was found for a mark is right.</summary>
public sealed record AcceptCarriedMark(Guid AnnotationId);

public sealed class AcceptCarriedMarkHandler(WriteTransactions writes, MarkDesk desk, TimeProvider time)
{
    public Task<Result> HandleAsync(AcceptCarriedMark request, CurrentMember member, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, ct) =>
        {
            var taken = await desk.TakeAsync(db, request.AnnotationId, member, ct);
            if (!taken.Succeeded)
                return taken.Error;
            var (mark, carried, edition) = taken.Value;
            if (carried is null || carried.State == AnchorState.Lost || mark.State == AnchorState.Found)
                return Errors.NothingToAccept;

            mark.Stand(carried.Found(edition) with { State = AnchorState.Found });
            carried.Decide(CarryDecision.Accepted, member, time.GetUtcNow());
            return Result.Success;
        },
        cancellationToken);
}
