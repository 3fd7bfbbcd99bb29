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
    private int at;
    private Func<Task> act = () => Task.CompletedTask;

    /// <summary>Steps since a fault was last set or taken back.</summary>
    public int Steps => steps;

    public void AddTo(IServiceCollection services) => services.ConfigureDbContext<StudyGroupDbContext>(builder => builder.AddInterceptors(this));

    /// <summary>The step of this number fails, counted from 1 and from now.</summary>
    public void FailAt(int step) => FailAt(step, new BrokenLineException());

    public void FailAt(int step, Exception fault) => DoAt(step, () => Task.FromException(fault));

    /// <summary>Before the step of this number something else happens, once.</summary>
    public void DoAt(int step, Func<Task> other) => (steps, at, act) = (0, step, other);

    public void Heal() => DoAt(0, () => Task.CompletedTask);

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await StepAsync();
        return await base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await StepAsync();
        return await base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await StepAsync();
        return await base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await StepAsync();
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => StepAsync();

    private Task StepAsync() => Interlocked.Increment(ref steps) == at ? act() : Task.CompletedTask;
}

/// <summary>What a test's broken line throws; no engine counts it as transient.</summary>
public sealed class BrokenLineException() : Exception("The line to the database broke.");
