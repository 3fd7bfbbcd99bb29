using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace StudyGroup.Persistence;

/// <summary>
/// The right to migrate a PostgreSQL database: an advisory lock of the session, which dies with it. EF Core locks each migration by itself, and two programs
/// that found the same list of them would apply the second one twice.
/// </summary>
internal sealed class PostgresMigrationTurn(StudyGroupDbContext db) : IAsyncDisposable
{
    /// <summary>Any number that nobody else locks in this database.</summary>
    private const long Key = 5_374_756_479;

    public static async Task<PostgresMigrationTurn> TakeAsync(StudyGroupDbContext db, CancellationToken cancellationToken)
    {
        await CreateDatabaseAsync(db.GetService<IRelationalDatabaseCreator>(), cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var turn = new PostgresMigrationTurn(db);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Key})", cancellationToken);
            return turn;
        }
        catch
        {
            await db.Database.CloseConnectionAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Key})");
        await db.Database.CloseConnectionAsync();
    }

    private static async Task CreateDatabaseAsync(IRelationalDatabaseCreator creator, CancellationToken cancellationToken)
    {
        try
        {
            if (!await creator.ExistsAsync(cancellationToken))
                await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another program made it meanwhile.
        }
    }
}
