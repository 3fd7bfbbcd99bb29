namespace StudyGroup.Groups.LiveSessions;

/// <summary>
/// A group reads a text together at one time: somebody leads everybody to a paragraph, hands are raised, and one after the other speaks for a while.
/// It is stored as it stands, so that who comes late, comes back or looks from another server sees the same.
/// </summary>
public sealed class LiveSession
{
    /// <summary>Ends by itself after that, whoever is there.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>Ends by itself after that long without anybody.</summary>
    public static readonly TimeSpan LongestEmpty = TimeSpan.FromMinutes(30);

    /// <summary>More people than anybody can listen to in one session.</summary>
    public const int MostHands = 100;
    public const int MostMinutes = 60;

    private readonly List<Hand> hands = [];

    public required Guid Id { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid ReadingId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who leads; nobody after they have left the group.</summary>
    public Guid? FacilitatorId { get; private set; }

    /// <summary>Where everybody is led to.</summary>
    public required string BlockKey { get; set; }

    public required DateTimeOffset MovedAt { get; set; }

    /// <summary>When somebody was there last, to some minutes.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>How long each may speak.</summary>
    public int TurnMinutes { get; private set; } = 2;

    public Guid? SpeakerId { get; private set; }

    /// <summary>When the turn is over; while it stands still, when it would have been over had it gone on.</summary>
    public DateTimeOffset? TurnEndsAt { get; private set; }

    /// <summary>Since when the turn stands still.</summary>
    public DateTimeOffset? TurnPausedAt { get; private set; }

    /// <summary>Counts what is done by leading, so that of two who press the same button at once one is told.</summary>
    public int Version { get; private set; }

    /// <summary>Everybody who raised a hand once, in no order.</summary>
    public IReadOnlyList<Hand> Hands => hands;

    /// <summary>By the clock alone.</summary>
    public DateTimeOffset EndsAt => SeenAt + LongestEmpty < StartedAt + Longest ? SeenAt + LongestEmpty : StartedAt + Longest;

    public static LiveSession Start(Guid id, Guid groupId, Guid readingId, Guid facilitatorId, string blockKey, DateTimeOffset now) => new()
    {
        Id = id,
        GroupId = groupId,
        ReadingId = readingId,
        StartedAt = now,
        FacilitatorId = facilitatorId,
        BlockKey = blockKey,
        MovedAt = now,
        SeenAt = now,
    };

    /// <summary>False when everybody is there already.</summary>
    public bool Move(string blockKey, DateTimeOffset now)
    {
        if (BlockKey == blockKey)
            return false;

        (BlockKey, MovedAt) = (blockKey, now);
        Version++;
        return true;
    }

    /// <summary>False when the hand is up already, or its member is the one who speaks.</summary>
    /// <param name="sequence">Number of the event that tells of it: hands stand in its order.</param>
    public bool Raise(Guid accountId, long sequence)
    {
        if (SpeakerId == accountId || Of(accountId) is { RaisedAs: not null })
            return false;

        if (Of(accountId) is not { } hand)
            hands.Add(hand = new Hand { SessionId = Id, AccountId = accountId });
        hand.Raise(sequence);
        return true;
    }

    /// <summary>Takes the hand down, or ends the member's own turn. False when there is neither.</summary>
    public bool Lower(Guid accountId)
    {
        if (SpeakerId == accountId)
        {
            EndTurn();
            return true;
        }

        return Of(accountId)?.Lower() == true;
    }

    /// <summary>Gives the word to who is next; with no hand up, takes it from who has it. False when there is nobody to give it to or take it from.</summary>
    public bool CallNext(DateTimeOffset now)
    {
        if (SpeakersQueue.InOrder(hands).FirstOrDefault() is not { } next)
        {
            if (SpeakerId is null)
                return false;
            EndTurn();
            return true;
        }

        EndTurn();
        next.Speak();
        SpeakerId = next.AccountId;
        TurnEndsAt = now + TimeSpan.FromMinutes(TurnMinutes);
        return true;
    }

    /// <summary>What is left of the turn at a time; less than nothing when it went over, null when nobody speaks.</summary>
    public TimeSpan? LeftAt(DateTimeOffset now) => TurnEndsAt - (TurnPausedAt ?? now);

    /// <summary>A turn that is over begins again with the minutes. False when nobody speaks.</summary>
    public bool Extend(int minutes, DateTimeOffset now)
    {
        if (LeftAt(now) is not { } left)
            return false;

        var longer = (left > TimeSpan.Zero ? left : TimeSpan.Zero) + TimeSpan.FromMinutes(minutes);
        TurnEndsAt = (TurnPausedAt ?? now) + (longer < TimeSpan.FromMinutes(MostMinutes) ? longer : TimeSpan.FromMinutes(MostMinutes));
        Version++;
        return true;
    }

    /// <summary>False when the turn stands still or goes on already, or nobody speaks.</summary>
    public bool Pause(bool isPaused, DateTimeOffset now)
    {
        if (SpeakerId is null || isPaused == TurnPausedAt is not null)
            return false;

        TurnEndsAt += TurnPausedAt is { } since ? now - since : TimeSpan.Zero;
        TurnPausedAt = isPaused ? now : null;
        Version++;
        return true;
    }

    /// <summary>From the next turn on.</summary>
    public bool SetTurnLength(int minutes)
    {
        if (TurnMinutes == minutes)
            return false;

        TurnMinutes = minutes;
        Version++;
        return true;
    }

    public bool Lead(Guid facilitatorId)
    {
        if (FacilitatorId == facilitatorId)
            return false;

        FacilitatorId = facilitatorId;
        Version++;
        return true;
    }

    /// <summary>Who may not speak in the group any more neither speaks nor waits nor leads here. False when they did nothing of that.</summary>
    public bool Dismiss(Guid accountId)
    {
        var led = FacilitatorId == accountId;
        if (led)
        {
            FacilitatorId = null;
            Version++;
        }

        return Lower(accountId) || led;
    }

    public void End(DateTimeOffset now)
    {
        EndTurn();
        EndedAt = now;
    }

    private Hand? Of(Guid accountId) => hands.Find(hand => hand.AccountId == accountId);

    private void EndTurn()
    {
        (SpeakerId, TurnEndsAt, TurnPausedAt) = (null, null, null);
        Version++;
    }
}
