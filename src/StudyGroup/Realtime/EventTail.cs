using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StudyGroup.Realtime;

/// <summary>
/// Reads what is new in the log, stream by stream and in order, and hands it to the broker. A signal makes it quick; a look at all streams each second
/// makes it certain, since a signal may be lost, and another process may write, and a row stays.
/// </summary>
internal sealed partial class EventTail(EventPositions positions, TailSignal signal, Broker broker, ITopicAccess access, TimeProvider time, ILogger<EventTail> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    private bool started;
    private long lastPoll;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anybody can watch, so that nothing falls between their state and the first event.
        await TryAsync(StartFromNowAsync, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!started && await TryAsync(StartFromNowAsync, stoppingToken))
                broker.ReloadAll();
            if (started && await TryAsync(RoundAsync, stoppingToken))
            {
                pause = FirstPause;
                continue;
            }

            // A busy database is free again in a moment, and every open page waits for it; one that is gone is not asked without end.
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < Poll ? pause * 2 : Poll;
        }
    }

    private async Task StartFromNowAsync(CancellationToken cancellationToken)
    {
        await positions.StartFromNowAsync(cancellationToken);
        lastPoll = time.GetTimestamp();
        started = true;
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        var (moved, lost) = await signal.TakeAsync(Poll - time.GetElapsedTime(lastPoll), cancellationToken);
        foreach (var streamId in moved)
            await CatchUpAsync(streamId, cancellationToken);
        if (!lost && time.GetElapsedTime(lastPoll) < Poll)
            return;

        lastPoll = time.GetTimestamp();
        foreach (var streamId in await positions.MovedAsync(cancellationToken))
            await CatchUpAsync(streamId, cancellationToken);
    }

    private async Task CatchUpAsync(Guid streamId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (rows, torn) = await positions.ReadOnAsync(streamId, cancellationToken);
            if (torn)
            {
                access.Forget(streamId);
                broker.Reload(streamId);
            }

            foreach (var row in rows)
                Deliver(row);
            if (rows.Count == 0)
                return;
        }
    }

    private void Deliver(StreamEvent row)
    {
        var changesRights = row.Kind is RightsEvents.MembershipChanged or RightsEvents.SessionEnded;
        if (changesRights)
            access.Forget(row.StreamId);
        broker.Publish(row);
        if (changesRights)
            broker.AskAgain(row.StreamId);
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception exception)
        {
            // A fault of the database must not end the tail: positions stand where they were, and the next round looks at everything.
            LogFault(exception);
            signal.Lost();
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The event log could not be read; trying again")]
    private partial void LogFault(Exception exception);
}
