using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StudyGroup.Notifications;

/// <summary>Runs the maker after each commit, and each second in case a signal was lost or another process wrote.</summary>
public sealed partial class NotificationWorker(NotificationMaker maker, NotificationSignal signal, TimeProvider time, ILogger<NotificationWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await maker.CatchUpAsync(stoppingToken);
                pause = FirstPause;
                await signal.WaitAsync(Poll, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // A fault of the database must not end the feed: the position stands where it was, and the next round tries again.
                LogFault(exception);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < Poll ? pause * 2 : Poll;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notifications could not be made; trying again")]
    private partial void LogFault(Exception exception);
}
