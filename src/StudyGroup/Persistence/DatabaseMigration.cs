using Microsoft.EntityFrameworkCore;

namespace StudyGroup.Persistence;

/// <summary>Brings the database to the newest schema. EF Core holds a lock in the database while it works, so that two processes starting at once do it in turn.</summary>
public sealed class DatabaseMigration(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <returns>The names of the migrations that were applied, in order; empty when the schema was new enough.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToArray();
        if (pending.Length > 0)
            await db.Database.MigrateAsync(cancellationToken);
        return pending;
    }
}
