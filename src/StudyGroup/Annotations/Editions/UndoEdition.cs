using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Editions;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Editions;

/// <summary>
/// Takes the last change of a reading's text back: the edition before is shown again, its marks stand exactly where they stood, and those made since are carried
/// over to it. The edition itself stays, and taking this back brings it again.
/// </summary>
public sealed record UndoEdition(Guid CarryOverId);

public sealed class UndoEditionHandler(WriteTransactions writes, IDbContextFactory<StudyGroupDbContext> contexts, EditionSwitch editions, Shelving shelving)
{
    public async Task<Result> HandleAsync(UndoEdition request, CurrentMember member, CancellationToken cancellationToken)
    {
        // As with an import, the difference is made before anybody has to wait.
        var planned = await PlanAsync(request, member, cancellationToken);
        if (!planned.Succeeded)
            return planned.Error;

        try
        {
            return await writes.RunAsync((db, ct) => MoveAsync(db, planned.Value, member, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return Readings.Errors.TextChangedMeanwhile;
        }
    }

    private async Task<Result<EditionMove>> PlanAsync(UndoEdition request, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.CarryOvers().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.CarryOverId, cancellationToken) is not { } carryOver)
            return Error.NotFound;
        if (await KnownReadings.MayChangeAsync(db, carryOver.ReadingId, member, cancellationToken) is { Succeeded: false, Error: var refusal })
            return refusal;
        if ((await db.NewestCarryOverAsync(carryOver.ReadingId, cancellationToken))?.Id != carryOver.Id)
            return Errors.OldCarryOver;

        var change = EditionChange.Between(
            await db.BlocksOfAsync(carryOver.ToEditionId, cancellationToken), await db.BlocksOfAsync(carryOver.FromEditionId, cancellationToken));
        return new EditionMove(carryOver.ReadingId, carryOver.ToEditionId, carryOver.FromEditionId, change, member.AccountId) { Undoes = carryOver.Id };
    }

    private async Task<Result> MoveAsync(StudyGroupDbContext db, EditionMove move, CurrentMember member, CancellationToken cancellationToken)
    {
        if (await KnownReadings.MayChangeAsync(db, move.ReadingId, member, cancellationToken) is { Succeeded: false, Error: var refusal })
            return refusal;
        if (await editions.MoveAsync(db, move, added: null, cancellationToken) is { Succeeded: false, Error: var changed })
            return changed;

        await shelving.TellTextChangedAsync(db, move.ReadingId, move.ToEditionId, member.AccountId, cancellationToken);
        return Result.Success;
    }
}
