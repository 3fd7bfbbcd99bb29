using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace StudyGroup.Persistence;

/// <summary>Retries transient faults of PostgreSQL, and 57P01 too: an administrator's restart, which Npgsql does not count as transient (npgsql issue 5073).</summary>
internal sealed class PostgresRetries(ExecutionStrategyDependencies dependencies) : NpgsqlRetryingExecutionStrategy(
    dependencies,
    maxRetryCount: 6,
    maxRetryDelay: TimeSpan.FromSeconds(2),
    errorCodesToAdd: [PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CannotConnectNow]);
