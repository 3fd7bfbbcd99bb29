using Microsoft.EntityFrameworkCore;
using StudyGroup.Shared;

namespace StudyGroup.Persistence;

/// <summary>
/// The one way to change what is stored: a fresh context, one transaction, all or nothing. On SQLite writers take turns in the process and begin
/// IMMEDIATE, so that no reader is upgraded half-way; on PostgreSQL transient faults are retried, which idempotency keys make safe.
/// </summary>
public sealed class WriteTransactions(IDbContextFactory<StudyGroupDbContext> contexts, IEnumerable<ICommitObserver> observers) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Runs <paramref name="work"/>, saves and commits when it succeeded; a refusal rolls everything back. The work may run more than once and keeps no state between runs.</summary>
    /// <exception cref="DbUpdateException">A unique index or a foreign key said no.</exception>
    public async Task<Result<T>> RunAsync<T>(Func<StudyGroupDbContext, CancellationToken, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        await using var strategySource = await contexts.CreateDbContextAsync(cancellationToken);
        var takesTurns = strategySource.Database.IsSqlite();
        if (takesTurns)
            await turn.WaitAsync(cancellationToken);

        try
        {
            return await strategySource.Database.CreateExecutionStrategy().ExecuteAsync(ct => RunOnceAsync(work, ct), cancellationToken);
        }
        finally
        {
            if (takesTurns)
                turn.Release();
        }
    }

    /// <summary>As the other form, for work without an answer of its own.</summary>
    public async Task<Result> RunAsync(Func<StudyGroupDbContext, CancellationToken, Task<Result>> work, CancellationToken cancellationToken)
    {
        var result = await RunAsync<bool>(
            async (db, ct) => await work(db, ct) is { Succeeded: false, Error: var error } ? error : true,
            cancellationToken);
        return new Result(result.Error);
    }

    public void Dispose() => turn.Dispose();

    private async Task<Result<T>> RunOnceAsync<T>(Func<StudyGroupDbContext, CancellationToken, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(db, cancellationToken);
        if (!result.Succeeded)
            return result;

        // From here on the outcome must be known: a caller that goes away does not stop it half-way, in the middle of a savepoint.
        cancellationToken.ThrowIfCancellationRequested();
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        foreach (var observer in observers)
            observer.Committed(db);
        return result;
    }
}
