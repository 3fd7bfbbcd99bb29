using Microsoft.Extensions.Logging;
using StudyGroup.Shared;

namespace StudyGroup.Realtime;

/// <summary>One page or connection that watches topics. Disposing it ends the deliveries; one that is under way is cancelled, not awaited.</summary>
public sealed partial class Subscription : IAsyncDisposable, IThreadPoolWorkItem
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    private readonly Inbox inbox = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Watchers watchers;
    private readonly ITopicAccess access;
    private readonly CurrentMember member;
    private readonly Func<DeliveryBatch, CancellationToken, ValueTask> deliver;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    internal Subscription(
        Watchers watchers,
        ITopicAccess access,
        CurrentMember member,
        Func<DeliveryBatch, CancellationToken, ValueTask> deliver,
        TimeProvider time,
        ILogger logger)
    {
        this.watchers = watchers;
        this.access = access;
        this.member = member;
        this.deliver = deliver;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Watches one more topic, whose stream <see cref="ITopicAccess.StreamOfAsync"/> gave.</summary>
    public void Watch(Topic topic, Guid streamId)
    {
        watchers.Add(this, topic, streamId);
        if (stopping.IsCancellationRequested)
            watchers.Remove(this);
    }

    /// <summary>An event that waits already may still come.</summary>
    public void Unwatch(Topic topic) => watchers.Remove(this, topic);

    public async ValueTask DisposeAsync()
    {
        inbox.Close();
        await stopping.CancelAsync();
        watchers.Remove(this);
    }

    void IThreadPoolWorkItem.Execute() => _ = DrainAsync();

    internal void Add(Action<Waiting> change)
    {
        if (inbox.Add(change))
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private async Task DrainAsync()
    {
        while (inbox.Take() is { } waiting)
        {
            try
            {
                if (await AllowedAsync(waiting) is { IsEmpty: false } batch)
                    await deliver(batch, stopping.Token);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The boundary to pages and connections: theirs is broken, the others go on.
                LogFault(exception);
                inbox.OweReload();
            }
        }
    }

    private async Task<DeliveryBatch> AllowedAsync(Waiting waiting)
    {
        var streams = waiting.Events.Select(delivery => delivery.Event.StreamId)
            .Concat(waiting.Live.Select(snapshot => snapshot.StreamId))
            .Concat(waiting.Asked)
            .Distinct();
        List<Guid> refused = [];
        List<Topic> revoked = [];
        foreach (var streamId in streams)
        {
            if (await MaySeeAsync(streamId))
                continue;
            refused.Add(streamId);
            revoked.AddRange(watchers.RemoveStream(this, streamId));
        }

        return new DeliveryBatch
        {
            Events = refused.Count == 0 ? waiting.Events : waiting.Events.FindAll(delivery => !refused.Contains(delivery.Event.StreamId)),
            Presence = [.. waiting.Live.OfType<PresenceSnapshot>().Where(snapshot => !refused.Contains(snapshot.StreamId))],
            Typing = [.. waiting.Live.OfType<TypingSnapshot>().Where(snapshot => !refused.Contains(snapshot.StreamId)).Select(WithoutOneself)],
            Reload = waiting.Reload,
            Revoked = revoked,
        };
    }

    // Without an answer nothing is handed over: what waits stays until the database can be asked again.
    private async ValueTask<bool> MaySeeAsync(Guid streamId)
    {
        while (true)
        {
            try
            {
                return await access.MaySeeAsync(member.AccountId, streamId, stopping.Token);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                LogNoAnswer(streamId, exception);
                await Task.Delay(PauseAfterFault, time, stopping.Token);
            }
        }
    }

    private TypingSnapshot WithoutOneself(TypingSnapshot snapshot) => snapshot.Members.Any(typist => typist.AccountId == member.AccountId)
        ? snapshot with { Members = [.. snapshot.Members.Where(typist => typist.AccountId != member.AccountId)] }
        : snapshot;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A delivery failed; the receiver will be told to reload")]
    private partial void LogFault(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Rights in stream {StreamId} could not be asked; its events wait")]
    private partial void LogNoAnswer(Guid streamId, Exception exception);
}
