using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Persistence;

namespace StudyGroup.Tests.Databases;

/// <summary>
/// Counts what is asked of the database, and makes one step of it fail: a command before it runs, a commit before it happens, or a commit whose
/// confirmation is lost.
/// </summary>
public sealed class FaultyCommands : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int steps;
    private int failsAt;

    /// <summary>Steps since the last <see cref="FailAt"/> or <see cref="Heal"/>.</summary>
    public int Steps => steps;

    public void AddTo(IServiceCollection services) => services.ConfigureDbContext<StudyGroupDbContext>(builder => builder.AddInterceptors(this));

    /// <summary>The step of this number fails, counted from 1 and from now.</summary>
    public void FailAt(int step) => (steps, failsAt) = (0, step);

    public void Heal() => FailAt(0);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Step();
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Step();
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Step();
        return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Step();
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Step();
        return Task.CompletedTask;
    }

    private void Step()
    {
        if (Interlocked.Increment(ref steps) == failsAt)
            throw new BrokenLineException();
    }
}

/// <summary>What a test's broken line throws; no engine counts it as transient.</summary>
public sealed class BrokenLineException() : Exception("The line to the database broke.");
