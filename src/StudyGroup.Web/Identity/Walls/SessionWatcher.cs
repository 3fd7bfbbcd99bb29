using StudyGroup.Identity;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Web.Identity.Walls;

/// <summary>Breaks a socket as soon as the log says that the session or access token behind it has ended, whichever node or command ended it.</summary>
internal sealed class SessionWatcher(Broker broker, SessionQueries sessions)
{
    /// <summary>Watches until the answer is disposed; null when it has ended already.</summary>
    /// <param name="member">Who opened the socket.</param>
    /// <param name="holderId">With which session or access token.</param>
    /// <param name="abort">Breaks it.</param>
    /// <param name="cancellationToken">Ends the first look.</param>
    public async Task<IAsyncDisposable?> WatchAsync(CurrentMember member, Guid holderId, Action abort, CancellationToken cancellationToken)
    {
        var account = Topic.Account(member.AccountId);
        var subscription = broker.Subscribe(account, member.AccountId, member, DeliverAsync);

        // First watch, then look: an end between the look at the cookie and the watch is found here.
        if (await sessions.IsOpenAsync(holderId, cancellationToken))
            return subscription;

        await subscription.DisposeAsync();
        return null;

        async ValueTask DeliverAsync(DeliveryBatch batch, CancellationToken stopping)
        {
            var isMeant = batch.Events.Any(delivery => delivery.Event is { Kind: RightsEvents.SessionEnded } ended && ended.SubjectId is var subject && (subject is null || subject == holderId));
            if (isMeant || (batch.Reload && !await sessions.IsOpenAsync(holderId, stopping)))
                abort();
        }
    }
}
