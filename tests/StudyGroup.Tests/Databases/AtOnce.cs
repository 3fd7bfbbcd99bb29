using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using Xunit;

namespace StudyGroup.Tests.Databases;

/// <summary>Makes requests meet.</summary>
internal static class AtOnce
{
    private static readonly Error Gone = Error.Invalid("gone", "Only the lock was wanted.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Does something so many times at once, each on a thread of its own, and waits for all of the answers.</summary>
    public static Task<T[]> DoAsync<T>(int times, Func<int, Task<T>> act) =>
        Task.WhenAll(Enumerable.Range(0, times).Select(number => Task.Run(() => act(number), Cancellation)));

    /// <summary>
    /// The same, but none of them gets past the lock of the stream before all have come to it: what they read on the way there is old for all but one.
    /// SQLite lets one writer in at a time from its very beginning, so there they meet at the door.
    /// </summary>
    public static async Task<T[]> MeetAsync<T>(this CoreServices core, Guid streamId, int times, Func<int, Task<T>> act)
    {
        Task<T[]>? all = null;
        await core.Get<WriteTransactions>().RunAsync(
            async (db, ct) =>
            {
                await EventLog.ReserveAsync(db, streamId, 1, ct);
                all = DoAsync(times, act);
                while (db.Database.IsNpgsql() && await WaitingAsync(core) < times)
                    await Task.Delay(5, ct);
                return (Result)Gone;
            },
            Cancellation);
        return await (all ?? throw new InvalidOperationException("Nobody came."));
    }

    /// <summary>Waits until the other has finished, or stands before a lock that somebody holds (which is seen on PostgreSQL alone).</summary>
    public static async Task GoesNoFurtherAsync(this CoreServices core, Task other)
    {
        while (!other.IsCompleted && await WaitingAsync(core) == 0)
            await Task.Delay(2, Cancellation);
    }

    private static async Task<int> WaitingAsync(CoreServices core)
    {
        await using var db = await core.ReadAsync(Cancellation);
        return await db.Database
            .SqlQuery<int>($"""SELECT COUNT(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""")
            .SingleAsync(Cancellation);
    }
}
