using StudyGroup.Persistence;

namespace StudyGroup.Realtime;

/// <summary>Wakes the tail: which streams moved, or that a signal may have been lost and all have to be looked at.</summary>
internal sealed class TailSignal(TimeProvider time) : ICommitObserver, IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim wake = new(0, 1);
    private HashSet<Guid> moved = [];
    private bool lost;

    public void Committed(StudyGroupDbContext db)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var entry in db.ChangeTracker.Entries<StreamEvent>())
            Moved(entry.Entity.StreamId);
    }

    public void Moved(Guid streamId)
    {
        lock (gate)
            moved.Add(streamId);
        Wake();
    }

    /// <summary>The tail must look at every stream: a listener was cut off, or a read failed.</summary>
    public void Lost()
    {
        lock (gate)
            lost = true;
        Wake();
    }

    /// <summary>Returns at the next signal, or after <paramref name="longest"/>.</summary>
    public async Task<(IReadOnlySet<Guid> Moved, bool Lost)> TakeAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest > TimeSpan.Zero ? longest : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        await wake.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var taken = (moved, lost);
            (moved, lost) = ([], false);
            return taken;
        }
    }

    public void Dispose() => wake.Dispose();

    private void Wake()
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }
}
