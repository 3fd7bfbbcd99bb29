namespace StudyGroup.Realtime;

/// <summary>One event under the topic that brought it here. An event that two watched topics share comes once for each.</summary>
public readonly record struct Delivery(Topic Topic, StreamEvent Event);

/// <summary>
/// Everything that waited for one subscription, handed over at once. Events may repeat what a replay already gave: who watches keeps the last sequence
/// of each stream and drops what is not above it.
/// </summary>
public sealed record DeliveryBatch
{
    public required IReadOnlyList<Delivery> Events { get; init; }

    /// <summary>The newest state of each topic that changed; the same instance for every subscription.</summary>
    public IReadOnlyList<PresenceSnapshot> Presence { get; init; } = [];

    /// <summary>The newest state of each topic that changed, without the subscriber.</summary>
    public IReadOnlyList<TypingSnapshot> Typing { get; init; } = [];

    /// <summary>Events were dropped: read the state anew. Nothing that came before is in this batch.</summary>
    public bool Reload { get; init; }

    /// <summary>Topics that may no longer be seen and are not watched any more.</summary>
    public IReadOnlyList<Topic> Revoked { get; init; } = [];

    internal bool IsEmpty => Events.Count == 0 && Presence.Count == 0 && Typing.Count == 0 && !Reload && Revoked.Count == 0;
}
