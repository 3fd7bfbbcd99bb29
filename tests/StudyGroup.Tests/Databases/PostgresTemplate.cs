using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using StudyGroup.Persistence;

namespace StudyGroup.Tests.Databases;

/// <summary>A migrated, empty database that every test's own is copied from; made once for each build of the migrations, by whoever comes first.</summary>
internal static class PostgresTemplate
{
    private static readonly Lazy<Task<string>> Ready = new(MakeAsync);

    public static Task<string> NameAsync() => Ready.Value;

    private static async Task<string> MakeAsync()
    {
        var name = $"template_{Assembly.Load("StudyGroup.Migrations.Postgres").ManifestModule.ModuleVersionId:N}";
        var server = await PostgresServer.ConnectionStringAsync();
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        // Held for the session, so that two test processes on one cluster make it in turn.
        await RunAsync(connection, "SELECT pg_advisory_lock(472113)");
        if (!await IsReadyAsync(connection, name))
        {
            await RunAsync(connection, $"DROP DATABASE IF EXISTS {name}");
            await RunAsync(connection, $"CREATE DATABASE {name}");
            await MigrateAsync(new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ConnectionString);
            await RunAsync(connection, $"ALTER DATABASE {name} IS_TEMPLATE true");
        }

        await RunAsync(connection, "SELECT pg_advisory_unlock(472113)");
        return name;
    }

    private static async Task<bool> IsReadyAsync(NpgsqlConnection connection, string name)
    {
        await using var command = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        return await command.ExecuteScalarAsync() is not null;
    }

    private static async Task MigrateAsync(string connectionString)
    {
        var options = new DbContextOptionsBuilder<StudyGroupDbContext>();
        options.UseStudyGroupDatabase(new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = connectionString }, sqliteFile: "");
        await using var db = new StudyGroupDbContext(options.Options);
        await db.Database.MigrateAsync();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
