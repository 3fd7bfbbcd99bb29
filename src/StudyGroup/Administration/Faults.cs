using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace StudyGroup.Administration;

/// <summary>What went wrong with the machine, in one sentence that tells its owner what to do.</summary>
public static class Faults
{
    // https://www.sqlite.org/rescode.html
    private const int SqliteBusy = 5;
    private const int SqliteReadOnly = 8;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCantOpen = 14;
    private const int SqliteNotADatabase = 26;

    /// <returns>Null for what nobody foresaw: that is a bug, and its trace is wanted.</returns>
    public static string? SentenceOf(Exception exception) => exception switch
    {
        OptionsValidationException options => $"The configuration is wrong: {string.Join(' ', options.Failures)}",
        SqliteException sqlite => OfSqlite(sqlite),
        PostgresException postgres => $"PostgreSQL says: {postgres.MessageText} ({postgres.SqlState})",
        NpgsqlException npgsql => $"PostgreSQL cannot be reached: {npgsql.InnerException?.Message ?? npgsql.Message}",
        DbUpdateException or InvalidOperationException or DbException when exception.InnerException is { } inner => SentenceOf(inner),
        UnauthorizedAccessException or IOException => exception.Message,
        _ => null,
    };

    private static string OfSqlite(SqliteException exception) => exception.SqliteErrorCode switch
    {
        SqliteBusy => "Another process is writing to the database and did not stop in time. Try again.",
        SqliteReadOnly or SqliteCantOpen => "The database file cannot be written. Check the owner and the rights of the data directory (Data:Directory).",
        SqliteFull => "The disk is full.",
        SqliteCorrupt or SqliteNotADatabase => "The database file is damaged, or it is no database. Put a good copy in its place.",
        _ => $"SQLite says: {exception.Message}",
    };
}
