using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Editions;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>Stores what was found in one file and puts it on a group's shelf: all of it or nothing. A changed text of a known reading becomes a new edition of it.</summary>
public sealed record ImportReadings(ImportedDocument Document, Guid GroupId)
{
    /// <summary>The reading whose text this is, as the editor says. Without it a reading on the shelf is known by its title, its authors and its words.</summary>
    public Guid? ReadingId { get; init; }

    /// <summary>The editor says that it is a reading of its own, however like another one it is.</summary>
    public bool IsNew { get; init; }

    /// <summary>The edition that the editor looked at: when it is not the current one any more, nothing is done.</summary>
    public Guid? BasedOn { get; init; }

    /// <summary>Hears how many marks have been carried over to a new edition.</summary>
    public IProgress<int>? Progress { get; init; }
}

/// <summary>What became of a text.</summary>
public enum ImportedAs
{
    NewReading,
    NewEdition,

    /// <summary>An edition says the same already; nothing was changed.</summary>
    Known,
}

/// <summary>A reading that was stored, with its address within the group.</summary>
public sealed record ImportedReading(Guid Id, string Title, string Slug, int Paragraphs)
{
    public ImportedAs As { get; init; }

    /// <summary>Number of the edition that holds the text.</summary>
    public int Edition { get; init; } = 1;
}

public sealed class ImportReadingsHandler(
    WriteTransactions writes, IDbContextFactory<StudyGroupDbContext> contexts, ReadingStore store, KnownReadings known, EditionSwitch editions, Shelving shelving, TimeProvider time)
{
    /// <param name="request">The document and the group.</param>
    /// <param name="importer">Null on the console, where who can run the program may do anything.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public async Task<Result<IReadOnlyList<ImportedReading>>> HandleAsync(ImportReadings request, CurrentMember? importer, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(request, importer, cancellationToken);
        return plan.Succeeded ? await writes.RunAsync((db, ct) => StoreAsync(db, request, plan.Value, importer, ct), cancellationToken) : plan.Error;
    }

    /// <summary>What is to become of each text. The difference to a long text takes a while: it is made before anybody has to wait.</summary>
    internal async Task<Result<ImportPlan>> PlanAsync(ImportReadings request, CurrentMember? importer, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await AskAsync(db, request.GroupId, importer, cancellationToken) is { Succeeded: false, Error: var refusal }
            ? refusal
            : await known.PlanAsync(db, request, importer, cancellationToken);
    }

    /// <summary>Does as planned, inside the caller's transaction. When a text is not the one any more that the plan was made for, nothing is done.</summary>
    internal async Task<Result<IReadOnlyList<ImportedReading>>> StoreAsync(
        StudyGroupDbContext db, ImportReadings request, ImportPlan plan, CurrentMember? importer, CancellationToken cancellationToken)
    {
        if (await AskAsync(db, request.GroupId, importer, cancellationToken) is { Succeeded: false, Error: var refusal })
            return refusal;

        foreach (var added in plan.Editions)
        {
            if (await ChangeAsync(db, added, request, importer, cancellationToken) is { Succeeded: false, Error: var changed })
                return changed;
        }

        var readings = store.Add(db, request.Document, plan.NewTexts, plan.IssueId, importer?.AccountId);
        if (!await ClaimAsync(db, request, plan, cancellationToken))
            return Readings.Errors.JustImported(request.Document.SourceName);

        var slugs = await shelving.AddAsync(db, request.GroupId, readings, importer?.AccountId, cancellationToken);
        foreach (var added in plan.Editions)
            await shelving.TellTextChangedAsync(db, added.Edition.ReadingId, added.Edition.Id, importer?.AccountId, cancellationToken);

        var paragraphs = db.Editions().Local.ToDictionary(edition => edition.ReadingId, edition => edition.ParagraphCount);
        var fresh = readings.Zip(slugs, (reading, slug) => new ImportedReading(reading.Id, reading.Title, slug, paragraphs[reading.Id]));
        return new Result<IReadOnlyList<ImportedReading>>(plan.InOrder([.. fresh]));
    }

    private async Task<Result> ChangeAsync(StudyGroupDbContext db, NewEdition added, ImportReadings request, CurrentMember? importer, CancellationToken cancellationToken)
    {
        var edition = added.Edition;
        if (await KnownReadings.MayChangeAsync(db, edition.ReadingId, importer, cancellationToken) is { Succeeded: false, Error: var refusal })
            return refusal;

        var move = new EditionMove(edition.ReadingId, edition.BasedOnId.GetValueOrDefault(), edition.Id, added.Change, importer?.AccountId) { Progress = request.Progress };
        return await editions.MoveAsync(db, move, added, cancellationToken);
    }

    /// <summary>Saves the texts; the key of the source is the only one of them that somebody else may have taken.</summary>
    private async Task<bool> ClaimAsync(StudyGroupDbContext db, ImportReadings request, ImportPlan plan, CancellationToken cancellationToken)
    {
        if (plan.ClaimsSource)
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

    private static async Task<Result> AskAsync(StudyGroupDbContext db, Guid groupId, CurrentMember? importer, CancellationToken cancellationToken)
    {
        if (importer is not null)
            return await db.AskAsync(groupId, importer, Permission.Moderate, cancellationToken) is { Succeeded: false, Error: var refusal } ? refusal : Result.Success;
        return await db.Groups().AnyAsync(group => group.Id == groupId, cancellationToken) ? Result.Success : Error.NotFound;
    }
}
