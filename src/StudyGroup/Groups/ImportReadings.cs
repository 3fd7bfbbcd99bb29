using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>Stores what was found in one file and puts it on a group's shelf: all of it or nothing.</summary>
public sealed record ImportReadings(ImportedDocument Document, Guid GroupId);

/// <summary>A reading that was stored, with its address within the group.</summary>
public sealed record ImportedReading(Guid Id, string Title, string Slug, int Paragraphs);

public sealed class ImportReadingsHandler(WriteTransactions writes, ReadingStore store, Shelving shelving, TimeProvider time)
{
    /// <param name="request">The document and the group.</param>
    /// <param name="importer">Null on the console, where who can run the program may do anything.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public Task<Result<IReadOnlyList<ImportedReading>>> HandleAsync(ImportReadings request, CurrentMember? importer, CancellationToken cancellationToken) =>
        writes.RunAsync((db, ct) => StoreAsync(db, request, importer, ct), cancellationToken);

    /// <summary>As <see cref="HandleAsync"/>, inside the caller's transaction.</summary>
    internal async Task<Result<IReadOnlyList<ImportedReading>>> StoreAsync(StudyGroupDbContext db, ImportReadings request, CurrentMember? importer, CancellationToken cancellationToken)
    {
        if (importer is not null && await db.AskAsync(request.GroupId, importer, Permission.Moderate, cancellationToken) is { Succeeded: false, Error: var refusal })
            return refusal;
        if (importer is null && !await db.Groups().AnyAsync(group => group.Id == request.GroupId, cancellationToken))
            return Error.NotFound;

        var visible = importer is null ? db.Readings() : db.ReadingsFor(importer);
        var stored = await store.AddAsync(db, request.Document, visible, importer?.AccountId, cancellationToken);
        if (!stored.Succeeded)
            return stored.Error;
        if (!await ClaimAsync(db, request, cancellationToken))
            return Readings.Errors.JustImported(request.Document.SourceName);

        var slugs = await shelving.AddAsync(db, request.GroupId, stored.Value, importer?.AccountId, cancellationToken);
        var paragraphs = db.Editions().Local.ToDictionary(edition => edition.ReadingId, edition => edition.ParagraphCount);
        return new Result<IReadOnlyList<ImportedReading>>(
            [.. stored.Value.Select((reading, place) => new ImportedReading(reading.Id, reading.Title, slugs[place], paragraphs[reading.Id]))]);
    }

    /// <summary>Saves the texts; the key of the source is the only one of them that somebody else may have taken.</summary>
    private async Task<bool> ClaimAsync(StudyGroupDbContext db, ImportReadings request, CancellationToken cancellationToken)
    {
        db.ImportedSources().Add(new ImportedSource { GroupId = request.GroupId, SourceHash = request.Document.ContentHash, ImportedAt = time.GetUtcNow() });
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
