using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace StudyGroup.Persistence;

/// <summary>The right to migrate a SQLite file: a lock of the operating system on a file beside it, which a killed process gives back.</summary>
internal sealed class SqliteMigrationTurn(FileStream held) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task<SqliteMigrationTurn> TakeAsync(StudyGroupDbContext db, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource + ".migrating";
        FileStream? held;
        while ((held = TryHold(file)) is null)
            await Task.Delay(Pause, cancellationToken);

        // Whoever holds the file is alone, so a lock row in the database can only be a dead process's.
        await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
        return new SqliteMigrationTurn(held);
    }

    public ValueTask DisposeAsync() => held.DisposeAsync();

    private static FileStream? TryHold(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
