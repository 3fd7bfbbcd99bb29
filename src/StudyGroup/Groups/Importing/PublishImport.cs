using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

/// <summary>Puts the readings of a draft on its group's shelf, as the editor sees them.</summary>
/// <param name="Version">What the editor saw.</param>
public sealed record PublishImport(Guid DraftId, int Version)
{
    /// <summary>The reading whose text this is, where the editor says so.</summary>
    public Guid? ReadingId { get; init; }

    /// <summary>It is a reading of its own, where the editor says so.</summary>
    public bool IsNew { get; init; }
}

public sealed class PublishImportHandler(
    WriteTransactions writes, IDbContextFactory<StudyGroupDbContext> contexts, ImportReadingsHandler readings, ImportDesk desk, TimeProvider time)
{
    /// <returns>What was published, with its addresses.</returns>
    public async Task<Result<IReadOnlyList<ImportedReading>>> HandleAsync(PublishImport request, CurrentMember editor, CancellationToken cancellationToken)
    {
        // As with every step: the file is read before the transaction.
        var opened = await OpenAsync(request, editor, cancellationToken);
        if (!opened.Succeeded)
            return opened.Error;
        if (opened.Value.Document.Readings.Count == 0)
            return ImportErrors.NothingToPublish;

        var import = new ImportReadings(opened.Value.Document, opened.Value.GroupId) { ReadingId = request.ReadingId, IsNew = request.IsNew };
        var plan = await readings.PlanAsync(import, editor, cancellationToken);
        if (!plan.Succeeded)
            return plan.Error;

        try
        {
            return await writes.RunAsync<IReadOnlyList<ImportedReading>>(
                async (db, ct) =>
                {
                    var found = await db.FindImportAsync(request.DraftId, request.Version, editor, ct);
                    if (!found.Succeeded)
                        return found.Error;

                    found.Value.PublishedAt = time.GetUtcNow();
                    found.Value.Version++;
                    return await readings.StoreAsync(db, import, plan.Value, editor, ct);
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ImportErrors.Changed;
        }
    }

    private async Task<Result<(ImportedDocument Document, Guid GroupId)>> OpenAsync(PublishImport request, CurrentMember editor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.FindImportAsync(request.DraftId, request.Version, editor, cancellationToken);
        if (!found.Succeeded)
            return found.Error;

        var opened = await desk.OpenAsync(db, found.Value, StoredEdits.Read(found.Value.Edits), cancellationToken);
        return opened.Succeeded ? (opened.Value.Published, found.Value.GroupId) : opened.Error;
    }
}
