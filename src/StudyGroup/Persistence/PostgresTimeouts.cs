using System.Data.Common;

namespace StudyGroup.Persistence;

/// <summary>
/// How long to wait for PostgreSQL, where the connection string does not say: a line that is cut without a word must be noticed within five seconds, so
/// that people hear "not now" instead of nothing. Who runs long statements sets a longer limit for them.
/// </summary>
internal static class PostgresTimeouts
{
    private static readonly (string Keyword, string Value)[] Defaults =
    [
        ("Command Timeout", "3"),
        // After a command's time, Npgsql opens a connection to cancel it; over a silent line that waits as long again, and twice if it asks for GSS too.
        ("Timeout", "2"),
        ("GSS Encryption Mode", "Disable"),
    ];

    public static string Complete(string connectionString)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        foreach (var (keyword, value) in Defaults)
        {
            if (!settings.ContainsKey(keyword))
                settings[keyword] = value;
        }

        return settings.ConnectionString;
    }
}
