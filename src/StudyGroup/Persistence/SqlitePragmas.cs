using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace StudyGroup.Persistence;

/// <summary>Sets what SQLite keeps for each connection: wait for a lock, sync at every commit, check foreign keys.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const long Patience = 10_000;

    // The last one tells that the others were set: a connection out of the pool is asked for it, and not told five things at every query.
    private static readonly string Pragmas = $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout={Patience};";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout";
        if (command.ExecuteScalar() is Patience)
            return;

        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // Microsoft.Data.Sqlite does its work before it answers in any case.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
