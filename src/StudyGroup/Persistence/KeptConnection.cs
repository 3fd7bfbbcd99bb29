using Microsoft.Data.Sqlite;

namespace StudyGroup.Persistence;

/// <summary>
/// A connection to the SQLite file that stays open as long as its context lives in the pool, and keeps what every page asks prepared. SQLite compiles a statement
/// anew for each command otherwise, which took a fifth of the time of a reading page.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Marks a query as one to keep, with <c>TagWith</c>. PostgreSQL's driver has its own way.</summary>
    public const string Tag = "kept";

    private const string Mark = "-- " + Tag;
    private readonly Dictionary<string, KeptCommand> kept = [];
    private bool ends;

    /// <summary>The command to run in place of this one: the kept one when there is such and nobody is reading from it.</summary>
    public SqliteCommand Prepared(SqliteCommand asked)
    {
        if (!asked.CommandText.StartsWith(Mark, StringComparison.Ordinal))
            return asked;

        if (!kept.TryGetValue(asked.CommandText, out var command))
            kept.Add(asked.CommandText, command = new KeptCommand(asked.CommandText, this));
        return command.Takes(asked) ? command : asked;
    }

    public override void Close()
    {
        if (ends)
            base.Close();
    }

    protected override void Dispose(bool disposing)
    {
        ends = true;
        foreach (var command in kept.Values)
            command.End();
        base.Dispose(disposing);
    }

    private sealed class KeptCommand(string text, KeptConnection connection) : SqliteCommand(text, connection)
    {
        private bool isTaken;

        public bool Takes(SqliteCommand asked)
        {
            if (isTaken)
                return false;

            isTaken = true;
            Transaction = asked.Transaction;
            CommandTimeout = asked.CommandTimeout;
            Parameters.Clear();
            Parameters.AddRange(asked.Parameters.Cast<SqliteParameter>());
            return true;
        }

        public void End() => base.Dispose(true);

        // CA2215: EF Core disposes of a command after each use, and the base would let go of what is kept.
#pragma warning disable CA2215
        protected override void Dispose(bool disposing) => isTaken = false;
#pragma warning restore CA2215
    }
}
