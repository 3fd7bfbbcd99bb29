using Microsoft.Data.Sqlite;

namespace StudyGroup.Load.Scenarios;

/// <summary>Asks SQLite itself whether the files are whole.</summary>
internal static class DatabaseCheck
{
    /// <returns>Null when all is well.</returns>
    public static async Task<string?> FindDamageAsync(string data, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(data, "*.db"))
        {
            await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            await connection.OpenAsync(cancellationToken);
            await using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            if (await check.ExecuteScalarAsync(cancellationToken) is string said && said != "ok")
                return said;
        }

        return null;
    }
}
