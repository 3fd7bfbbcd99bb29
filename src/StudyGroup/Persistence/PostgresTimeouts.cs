using System.Data.Common;

namespace StudyGroup.Persistence;

/// <summary>
/// How long to wait for PostgreSQL. A line that is cut without a word must be noticed within seconds, so that people hear "not now" instead of nothing;
/// who runs long statements sets a longer limit for them.
/// </summary>
internal static class PostgresTimeouts
{
    private static readonly (string Keyword, int Value)[] Defaults =
    [
        ("Timeout", 4),
        ("Command Timeout", 4),
        // Milliseconds; the request to cancel would go over the same cut line.
        ("Cancellation Timeout", -1),
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
