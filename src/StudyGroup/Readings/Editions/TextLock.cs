using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Readings.Editions;

/// <summary>
/// Keeps a reading's current edition what it is until the transaction ends. SQLite lets one writer at a time in anyway; on PostgreSQL the row of the reading is
/// locked, by many who point into the text at once, or by the one who changes it.
/// </summary>
public static class TextLock
{
    /// <summary>For who adds something that points into the text.</summary>
    /// <returns>The current edition; null when there is no such reading.</returns>
    public static Task<Guid?> ShareTextAsync(this StudyGroupDbContext db, Guid readingId, CancellationToken cancellationToken) => CurrentAsync(
        db,
        db.Database.IsNpgsql()
            ? db.Database.SqlQuery<Guid>($"""SELECT "CurrentEditionId" AS "Value" FROM "Readings" WHERE "Id" = {readingId} FOR KEY SHARE""")
            : null,
        readingId,
        cancellationToken);

    /// <summary>For who changes the text: waits for everybody else.</summary>
    /// <returns>The current edition; null when there is no such reading.</returns>
    public static Task<Guid?> TakeTextAsync(this StudyGroupDbContext db, Guid readingId, CancellationToken cancellationToken) => CurrentAsync(
        db,
        db.Database.IsNpgsql()
            ? db.Database.SqlQuery<Guid>($"""SELECT "CurrentEditionId" AS "Value" FROM "Readings" WHERE "Id" = {readingId} FOR UPDATE""")
            : null,
        readingId,
        cancellationToken);

    private static async Task<Guid?> CurrentAsync(StudyGroupDbContext db, IQueryable<Guid>? locking, Guid readingId, CancellationToken cancellationToken)
    {
        var rows = locking is not null
            ? await locking.ToListAsync(cancellationToken)
            : await db.Readings().Where(reading => reading.Id == readingId).Select(reading => reading.CurrentEditionId).ToListAsync(cancellationToken);
        return rows.Count == 1 ? rows[0] : null;
    }
}
