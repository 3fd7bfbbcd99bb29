using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings.Editions;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Editions;

/// <summary>Every doubtful place of a group's marks is right. Private marks are left to their authors.</summary>
public sealed record AcceptCarriedMarks(Guid CarryOverId, Guid GroupId);

public sealed class AcceptCarriedMarksHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    /// <returns>How many there were.</returns>
    public Task<Result<int>> HandleAsync(AcceptCarriedMarks request, CurrentMember member, CancellationToken cancellationToken) => writes.RunAsync<int>(
        async (db, ct) =>
        {
            if (await db.AskAsync(request.GroupId, member, Permission.Moderate, ct) is { Succeeded: false, Error: var refusal })
                return refusal;
            var carryOver = await db.CarryOvers().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.CarryOverId, ct);
            if (carryOver is null || !await db.ShelfItems().AnyAsync(item => item.GroupId == request.GroupId && item.ReadingId == carryOver.ReadingId, ct))
                return Error.NotFound;
            await db.ShareTextAsync(carryOver.ReadingId, ct);
            if ((await db.NewestCarryOverAsync(carryOver.ReadingId, ct))?.Id != carryOver.Id)
                return Errors.OldCarryOver;

            await events.AppendAsync(
                db, request.GroupId, new NewEvent(GroupEvents.TextChanged, member.AccountId) { ReadingId = carryOver.ReadingId, SubjectId = carryOver.ToEditionId }, ct);
            if (await db.AskAsync(request.GroupId, member, Permission.Moderate, ct) is { Succeeded: false, Error: var late })
                return late;

            var doubtful = db.CarriedMarks().Where(row => row.CarryOverId == carryOver.Id && row.GroupId == request.GroupId && !row.IsPrivate
                && row.Outcome == CarryOutcome.ToReview && row.Decision == null);
            var accepted = await db.Annotations()
                .Where(mark => mark.RemovedAt == null && mark.State == AnchorState.Unsure && doubtful.Any(row => row.AnnotationId == mark.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(mark => mark.State, AnchorState.Found), ct);
            if (accepted == 0)
                return Errors.NothingToAccept;

            var now = time.GetUtcNow();
            await doubtful.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Decision, CarryDecision.Accepted).SetProperty(row => row.DecidedById, member.AccountId).SetProperty(row => row.DecidedAt, now), ct);
            return accepted;
        },
        cancellationToken);
}
