namespace StudyGroup.Realtime;

/// <summary>What waits for one subscription. Bounded: who is too slow loses the events and is told to reload instead.</summary>
internal sealed class Inbox
{
    public const int MostEvents = 256;

    private readonly Lock gate = new();
    private Waiting? waiting;
    private bool draining;
    private bool closed;
    private bool owesReload;

    /// <summary>Adds to what waits.</summary>
    /// <returns>Whether the caller has to start draining.</returns>
    public bool Add(Action<Waiting> change)
    {
        lock (gate)
        {
            if (closed)
                return false;

            waiting ??= new Waiting { Reload = owesReload };
            owesReload = false;
            change(waiting);
            var mustStart = !draining;
            draining = true;
            return mustStart;
        }
    }

    /// <summary>Everything that waits; null when nothing does, and then draining has ended.</summary>
    public Waiting? Take()
    {
        lock (gate)
        {
            var taken = closed ? null : waiting;
            waiting = null;
            draining = taken is not null;
            return taken;
        }
    }

    /// <summary>The receiver failed: it will be told to reload with the next thing that comes, but is not woken for it.</summary>
    public void OweReload()
    {
        lock (gate)
        {
            if (waiting is null)
                owesReload = true;
            else
                waiting.DropEvents();
        }
    }

    public void Close()
    {
        lock (gate)
        {
            closed = true;
            waiting = null;
        }
    }
}

/// <summary>The content of an inbox.</summary>
internal sealed class Waiting
{
    public List<Delivery> Events { get; } = [];

    public List<LiveSnapshot> Live { get; } = [];

    /// <summary>Streams whose rights changed.</summary>
    public List<Guid> Asked { get; } = [];

    public bool Reload { get; set; }

    public void Add(Delivery delivery)
    {
        // Whoever reloads will see it anyway.
        if (Reload)
            return;
        if (Events.Count == Inbox.MostEvents)
            DropEvents();
        else
            Events.Add(delivery);
    }

    public void Add(LiveSnapshot snapshot)
    {
        Live.RemoveAll(older => older.Topic == snapshot.Topic && older.GetType() == snapshot.GetType());
        Live.Add(snapshot);
    }

    public void DropEvents()
    {
        Events.Clear();
        Reload = true;
    }
}
