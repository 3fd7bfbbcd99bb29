using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StudyGroup.Persistence;

namespace StudyGroup.Realtime;

/// <summary>Deletes what the log need not answer any more, once a day. The newest row of each stream stays, whatever its age.</summary>
internal sealed partial class PruneEvents(
    IDbContextFactory<StudyGroupDbContext> contexts,
    WriteTransactions writes,
    IOptions<RealtimeOptions> options,
    TimeProvider time,
    ILogger<PruneEvents> logger) : BackgroundService
{
    private const int RowsAtOnce = 2_000;

    // Whoever reads the log at their own pace gets an hour after a long stop to read on before old rows go.
    private static readonly TimeSpan FirstWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepEventsDays);
        var deleted = 0;
        foreach (var streamId in await OldStreamsAsync(oldest, cancellationToken))
        {
            int some;
            do
            {
                some = await DeleteSomeAsync(streamId, oldest, cancellationToken);
                deleted += some;
            }
            while (some > 0);
        }

        return deleted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = FirstWait; !stoppingToken.IsCancellationRequested; wait = Interval)
        {
            try
            {
                await Task.Delay(wait, time, stoppingToken);
                var deleted = await RunAsync(stoppingToken);
                LogDone(deleted);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Old rows do no harm: tomorrow is soon enough.
                LogFault(exception);
            }
        }
    }

    private async Task<List<Guid>> OldStreamsAsync(DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.StreamEvents().Where(row => row.At < oldest).Select(row => row.StreamId).Distinct().ToListAsync(cancellationToken);
    }

    // Rows go from the oldest number on, never from the middle, even if a clock went wrong once: a replay relies on it. A few at a time, so that writers
    // wait little.
    private async Task<int> DeleteSomeAsync(Guid streamId, DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        var result = await writes.RunAsync<int>(
            async (db, ct) =>
            {
                var rows = db.StreamEvents().Where(row => row.StreamId == streamId);
                var first = await rows.MinAsync(row => row.Sequence, ct);
                var keep = await rows.Where(row => row.At >= oldest).MinAsync(row => (long?)row.Sequence, ct)
                    ?? await rows.MaxAsync(row => row.Sequence, ct);
                var end = Math.Min(keep, first + RowsAtOnce);
                return await rows.Where(row => row.Sequence < end).ExecuteDeleteAsync(ct);
            },
            cancellationToken);
        return result.Value;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} old rows of the event log are deleted")]
    private partial void LogDone(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Old rows of the event log could not be deleted")]
    private partial void LogFault(Exception exception);
}
