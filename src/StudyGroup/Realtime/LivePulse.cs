using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StudyGroup.Realtime;

/// <summary>Once a second, tells watchers who came, went, moved or types.</summary>
internal sealed partial class LivePulse(Presence presence, Typing typing, Broker broker, ITopicAccess access, TimeProvider time, ILogger<LivePulse> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly PeriodicTimer timer = new(Beat, time);

    public override void Dispose()
    {
        timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await BeatAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Rights could not be asked: nobody is shown this time, and everybody at the next change.
                LogFault(exception);
            }
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        foreach (var snapshot in typing.TakeChanged())
            broker.Publish(snapshot);
        foreach (var snapshot in presence.TakeChanged())
            broker.Publish(snapshot with { Members = await AllowedAsync(snapshot, cancellationToken) });
    }

    private async Task<IReadOnlyList<PresentMember>> AllowedAsync(PresenceSnapshot snapshot, CancellationToken cancellationToken)
    {
        List<PresentMember> allowed = [];
        foreach (var member in snapshot.Members)
        {
            if (await access.MaySeeAsync(member.AccountId, snapshot.StreamId, cancellationToken))
                allowed.Add(member);
            else
                presence.Expel(snapshot.Topic, member.AccountId);
        }

        return allowed;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Presence could not be told")]
    private partial void LogFault(Exception exception);
}
