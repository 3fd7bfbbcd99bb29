using StudyGroup.Annotations.Anchoring;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Editions;

/// <summary>Puts a mark that a new edition has touched on a passage by hand. Its quote stays what it was when the mark was made.</summary>
public sealed record AttachMark(Guid AnnotationId, Passage Passage);

public sealed class AttachMarkHandler(WriteTransactions writes, MarkDesk desk, TimeProvider time)
{
    public Task<Result> HandleAsync(AttachMark request, CurrentMember member, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, ct) =>
        {
            var taken = await desk.TakeAsync(db, request.AnnotationId, member, ct);
            if (!taken.Succeeded)
                return taken.Error;
            var (mark, carried, edition) = taken.Value;
            if (mark.State == AnchorState.Found && carried is null)
                return Errors.StandsWhereItWasMade;
            if (request.Passage.EditionId != edition)
                return Errors.BadPassage;
            var described = await Selectors.DescribeAsync(db, request.Passage, ct);
            if (!described.Succeeded)
                return described.Error;

            mark.Stand(Standing.Of(described.Value));
            carried?.Decide(CarryDecision.Attached, member, time.GetUtcNow());
            return Result.Success;
        },
        cancellationToken);
}
