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

public sealed class ImportReadingsHandler(WriteTransactions writes, ReadingStore store, Shelving shelving)
{
    /// <param name="request">The document and the group.</param>
    /// <param name="importer">Null on the console, where who can run the program may do anything.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public Task<Result<IReadOnlyList<ImportedReading>>> HandleAsync(ImportReadings request, CurrentMember? importer, CancellationToken cancellationToken) =>
        writes.RunAsync<IReadOnlyList<ImportedReading>>(
            async (db, ct) =>
            {
                if (importer is not null && await db.AskAsync(request.GroupId, importer, Permission.Moderate, ct) is { Succeeded: false, Error: var refusal })
                    return refusal;
                if (importer is null && !await db.Groups().AnyAsync(group => group.Id == request.GroupId, ct))
                    return Error.NotFound;

                var visible = importer is null ? db.Readings() : db.ReadingsFor(importer);
                var stored = await store.AddAsync(db, request.Document, visible, importer?.AccountId, ct);
                if (!stored.Succeeded)
                    return stored.Error;

                await db.SaveChangesAsync(ct);
                var slugs = await shelving.AddAsync(db, request.GroupId, stored.Value, importer?.AccountId, ct);
                var paragraphs = db.Editions().Local.ToDictionary(edition => edition.ReadingId, edition => edition.ParagraphCount);
                return new Result<IReadOnlyList<ImportedReading>>(
                    [.. stored.Value.Select((reading, place) => new ImportedReading(reading.Id, reading.Title, slugs[place], paragraphs[reading.Id]))]);
            },
            cancellationToken);
}
