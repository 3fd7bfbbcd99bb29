using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Tests.Authorization;

/// <summary>Every row of every table as text, so that "nothing was changed" means just that.</summary>
internal static class DatabaseContent
{
    public static async Task<IReadOnlyList<string>> RowsAsync(StudyGroupDbContext db, CancellationToken cancellationToken)
    {
        var rows = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            rows.AddRange(await OfTableAsync(db, table, cancellationToken));
        return rows;
    }

    private static async Task<IReadOnlyList<string>> OfTableAsync(StudyGroupDbContext db, string table, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add($"{table}: {string.Join(" | ", values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)))}");
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
