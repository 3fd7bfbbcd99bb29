using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Tests.Databases;

/// <summary>A migrated, empty SQLite file in memory, written out for each test.</summary>
internal static class SqliteTemplate
{
    private static readonly Lazy<Task<byte[]>> Ready = new(MakeAsync);

    public static Task<byte[]> ContentAsync() => Ready.Value;

    private static async Task<byte[]> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("studygroup-");
        try
        {
            var file = Path.Combine(folder.FullName, "template.db");
            var options = new DbContextOptionsBuilder<StudyGroupDbContext>();
            options.UseStudyGroupDatabase(new DatabaseOptions(), file);
            await using (var db = new StudyGroupDbContext(options.Options))
            {
                await db.Database.MigrateAsync();
                // The last connection to close folds the write-ahead log into the file.
                SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
            }

            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
