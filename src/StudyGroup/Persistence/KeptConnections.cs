using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace StudyGroup.Persistence;

/// <summary>Gives EF Core a <see cref="KeptConnection"/> for each context on SQLite.</summary>
internal sealed class KeptConnections : DbCommandInterceptor, IDbConnectionInterceptor
{
    public InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(eventData.ConnectionString ?? ""));

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is SqliteCommand { Connection: KeptConnection connection } command ? connection.Prepared(command) : result;
}
