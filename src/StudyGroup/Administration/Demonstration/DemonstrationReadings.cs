using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Demonstration;

/// <summary>The texts of the demonstration: written for it, kept in the program, and imported as any file would be.</summary>
public sealed class DemonstrationReadings(IDbContextFactory<StudyGroupDbContext> contexts, DocumentImporter importer, ImportReadingsHandler handler)
{
    internal async Task AddAsync(CancellationToken cancellationToken)
    {
        await AddAsync(DemonstrationTalk.Margin, DemonstrationPeople.Demo, cancellationToken);
        await AddAsync(DemonstrationTalk.Tides, DemonstrationPeople.Demo, cancellationToken);
        await AddAsync(DemonstrationTalk.Bench, DemonstrationPeople.Elsewhere, cancellationToken);
    }

    /// <summary>The stored reading of a file, by what the file holds.</summary>
    internal static Task<Reading> FindAsync(StudyGroupDbContext db, string file, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Content(file)));
        return (
            from edition in db.Editions()
            where edition.SourceHash == hash
            join reading in db.Readings() on edition.ReadingId equals reading.Id
            select reading).SingleAsync(cancellationToken);
    }

    private async Task AddAsync(string file, string groupSlug, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var group = await db.Groups().Where(row => row.Slug == groupSlug).Select(row => row.Id).SingleAsync(cancellationToken);
        var document = importer.Import(file, Content(file), cancellationToken);
        var imported = document.Succeeded ? await handler.HandleAsync(new ImportReadings(document.Value, group), importer: null, cancellationToken) : document.Error;

        // A conflict is a start that was cut off behind this step, or a second one beside this.
        if (imported is { Succeeded: false, Error: { Kind: not ErrorKind.Conflict } error })
            throw new InvalidOperationException($"{file}: {error.Message}");
    }

    private static byte[] Content(string file)
    {
        using var stream = typeof(DemonstrationReadings).Assembly.GetManifestResourceStream(typeof(DemonstrationReadings), file)
            ?? throw new InvalidOperationException($"{file} is not in the program.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
