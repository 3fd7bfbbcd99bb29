using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace StudyGroup.Persistence;

/// <summary>
/// Retries transient faults of PostgreSQL, and 57P01 too: an administrator's restart, which Npgsql does not count as transient (npgsql issue 5073).
/// A restart is over within seconds; after <see cref="Patience"/> somebody is told "not now" instead of waiting on.
/// </summary>
internal sealed class PostgresRetries(ExecutionStrategyDependencies dependencies) : NpgsqlRetryingExecutionStrategy(
    dependencies,
    maxRetryCount: 20,
    maxRetryDelay: LongestPause,
    errorCodesToAdd: [PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CannotConnectNow])
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    // Real time, not the application's clock: it bounds how long a request holds its thread of work.
    private long startedAt = Stopwatch.GetTimestamp();

    protected override void OnFirstExecution()
    {
        base.OnFirstExecution();
        startedAt = Stopwatch.GetTimestamp();
    }

    // Npgsql reports a connection that was ended before the commit as a disposed transaction: nothing was committed.
    protected override bool ShouldRetryOn(Exception? exception) =>
        base.ShouldRetryOn(exception is ObjectDisposedException { InnerException: NpgsqlException cause } ? cause : exception);

    protected override TimeSpan? GetNextDelay(Exception lastException)
    {
        if (base.GetNextDelay(lastException) is null)
            return null;

        var doubled = FirstPause * Math.Pow(2, ExceptionsEncountered.Count - 1);
        var pause = doubled < LongestPause ? doubled : LongestPause;
        return Stopwatch.GetElapsedTime(startedAt) + pause < Patience ? pause : null;
    }
}
