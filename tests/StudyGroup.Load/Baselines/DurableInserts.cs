using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace StudyGroup.Load.Baselines;

/// <summary>One row, one transaction, synced before the next: what this disk gives to one SQLite writer.</summary>
internal static class DurableInserts
{
    private const int Most = 100_000;
    private const int WarmUp = 50;

    public static async Task<double> MeasureAsync(string file, TimeSpan duration, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using (var create = connection.CreateCommand())
        {
            create.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE Row (Id INTEGER PRIMARY KEY, Text TEXT NOT NULL);";
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Row (Text) VALUES ($text)";
        insert.Parameters.AddWithValue("$text", new string('x', 500));
        for (var i = 0; i < WarmUp; i++)
            await insert.ExecuteNonQueryAsync(cancellationToken);

        var begun = Stopwatch.GetTimestamp();
        var done = 0;
        while (done < Most && Stopwatch.GetElapsedTime(begun) < duration)
        {
            await insert.ExecuteNonQueryAsync(cancellationToken);
            done++;
        }

        return done / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
