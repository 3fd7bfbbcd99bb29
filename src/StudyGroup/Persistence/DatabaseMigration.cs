using Microsoft.EntityFrameworkCore;

namespace StudyGroup.Persistence;

/// <summary>Brings the database to the newest schema. Two processes that start at once do it in turn, and one that was killed half-way bars nobody.</summary>
public sealed class DatabaseMigration(IDbContextFactory<StudyGroupDbContext> contexts)
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(1);

    /// <returns>The names of the migrations that were applied, in order; empty when the schema was new enough.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Database.SetCommandTimeout(LongestStep);
        await using IAsyncDisposable turn = db.Database.IsSqlite() ? await SqliteMigrationTurn.TakeAsync(db, cancellationToken) : await PostgresMigrationTurn.TakeAsync(db, cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToArray();
        if (pending.Length > 0)
            await db.Database.MigrateAsync(cancellationToken);
        return pending;
    }
}
