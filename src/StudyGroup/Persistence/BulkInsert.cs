using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace StudyGroup.Persistence;

/// <summary>
/// Writes many rows of one table, past the change tracker and as fast as the engine takes them: COPY on PostgreSQL, one prepared statement on SQLite.
/// Tables and columns are those of the model, so a changed entity needs no change here.
/// </summary>
public static class BulkInsert
{
    /// <summary>Runs in the context's transaction; what the rows refer to has to be there.</summary>
    public static async Task WriteAllAsync<T>(this StudyGroupDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not stored.");
        var columns = type.GetProperties().Select(property => new Column(property)).ToArray();
        var table = $"\"{type.GetTableName()}\"";
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            await CopyAsync(postgres, $"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)", columns, rows, cancellationToken);
        else
            await RepeatAsync(db, $"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", columns.Select(column => column.Parameter))})", columns, rows, cancellationToken);
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string sql, Column[] columns, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        await using var import = await connection.BeginBinaryImportAsync(sql, cancellationToken);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                if (column.ValueOf(row) is { } value)
                    await import.WriteAsync(value, column.StoreType, cancellationToken);
                else
                    await import.WriteNullAsync(cancellationToken);
            }
        }

        await import.CompleteAsync(cancellationToken);
    }

    private static async Task RepeatAsync<T>(StudyGroupDbContext db, string sql, Column[] columns, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        var parameters = columns.Select(column => column.AddTo(command)).ToArray();
        await command.PrepareAsync(cancellationToken);
        foreach (var row in rows)
        {
            for (var index = 0; index < columns.Length; index++)
                parameters[index].Value = columns[index].ValueOf(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private sealed class Column(IProperty property)
    {
        private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();

        public string Name { get; } = property.GetColumnName();

        public string Parameter { get; } = $"@{property.GetColumnName()}";

        public string StoreType => mapping.StoreTypeNameBase;

        /// <summary>As the database takes it.</summary>
        public object? ValueOf(object row)
        {
            var value = property.PropertyInfo?.GetValue(row);
            return value is not null && mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }

        public DbParameter AddTo(DbCommand command)
        {
            var parameter = mapping.CreateParameter(command, Parameter, null, nullable: true);
            command.Parameters.Add(parameter);
            return parameter;
        }
    }
}
