using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace StudyGroup.Tests.Administration;

/// <summary>A database that breaks down at the command of a given number, and stays down until it is healed.</summary>
internal sealed class FailingCommands : DbCommandInterceptor
{
    private int seen;
    private int failAt = int.MaxValue;

    /// <summary>How many commands were tried since the last <see cref="FailAt"/>.</summary>
    public int Seen => Volatile.Read(ref seen);

    public void FailAt(int number)
    {
        Volatile.Write(ref seen, 0);
        Volatile.Write(ref failAt, number);
    }

    public void Heal() => FailAt(int.MaxValue);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count();
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count();
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Count();
        return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Count()
    {
        if (Interlocked.Increment(ref seen) >= Volatile.Read(ref failAt))
            throw new BrokenDatabase();
    }
}

/// <summary>The fault that the test asked for.</summary>
internal sealed class BrokenDatabase() : Exception("The database broke down.");
