using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using StudyGroup.Persistence;

namespace StudyGroup.Tests.Databases;

/// <summary>A database of one test, and the folder beside it; both are gone after it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(Engine engine, DirectoryInfo folder, string connectionString)
    {
        Engine = engine;
        Folder = folder.FullName;
        ConnectionString = connectionString;
    }

    public Engine Engine { get; }

    /// <summary>What <c>Data:Directory</c> is set to.</summary>
    public string Folder { get; }

    public string ConnectionString { get; }

    /// <summary>The configuration that makes the program use this database.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Data:Directory"] = Folder,
        ["Database:Provider"] = Engine.ToString(),
        ["Database:ConnectionString"] = Engine == Engine.Postgres ? ConnectionString : null,
    };

    /// <summary>A database with the newest schema and no rows.</summary>
    public static Task<TestDatabase> CreateAsync(Engine engine, CancellationToken cancellationToken) =>
        CreateAsync(engine, migrated: true, cancellationToken);

    /// <summary>A database without any schema; on SQLite there is not even a file.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(Engine engine, CancellationToken cancellationToken) =>
        CreateAsync(engine, migrated: false, cancellationToken);

    /// <summary>A context of its own, outside of any service provider.</summary>
    public StudyGroupDbContext NewContext()
    {
        var builder = new DbContextOptionsBuilder<StudyGroupDbContext>();
        var options = Engine == Engine.Postgres
            ? new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = ConnectionString }
            : new DatabaseOptions();
        builder.UseStudyGroupDatabase(options, SqliteFile(Folder));
        return new StudyGroupDbContext(builder.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var db = NewContext())
        {
            if (db.Database.GetDbConnection() is SqliteConnection sqlite)
                SqliteConnection.ClearPool(sqlite);
            else if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
                NpgsqlConnection.ClearPool(postgres);
        }

        if (Engine == Engine.Postgres)
            await PostgresServer.ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)", CancellationToken.None);
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<TestDatabase> CreateAsync(Engine engine, bool migrated, CancellationToken cancellationToken)
    {
        if (engine == Engine.Sqlite)
        {
            var content = migrated ? await SqliteTemplate.ContentAsync() : null;
            var folder = Directory.CreateTempSubdirectory("studygroup-");
            if (content is not null)
                await File.WriteAllBytesAsync(SqliteFile(folder.FullName), content, cancellationToken);
            return new TestDatabase(engine, folder, $"Data Source={SqliteFile(folder.FullName)}");
        }

        var name = $"test_{Guid.CreateVersion7():N}";
        var template = migrated ? await PostgresTemplate.NameAsync() : "template0";
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}", cancellationToken);
        // A busy test machine is not a cut line.
        var server = new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionStringAsync()) { Database = name, Timeout = 30, CommandTimeout = 30 };
        return new TestDatabase(engine, Directory.CreateTempSubdirectory("studygroup-"), server.ConnectionString);
    }

    private static string SqliteFile(string folder) => new DataDirectory(folder, folder).DatabaseFile;
}
