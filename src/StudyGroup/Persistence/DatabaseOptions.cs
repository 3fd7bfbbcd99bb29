using Microsoft.Extensions.Options;

namespace StudyGroup.Persistence;

/// <summary>Which engine stores everything.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>The keys under <c>Database</c>: the engine, and the connection string that PostgreSQL needs.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    public string? ConnectionString { get; set; }

    /// <summary>The connection string with the time limits that it does not set itself.</summary>
    internal string PostgresConnectionString => PostgresTimeouts.Complete(ConnectionString ?? "");
}

internal sealed class ValidateDatabaseOptions : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options) =>
        options.Provider == DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(options.ConnectionString)
            ? ValidateOptionsResult.Fail("Database:ConnectionString is needed when Database:Provider is Postgres.")
            : ValidateOptionsResult.Success;
}
