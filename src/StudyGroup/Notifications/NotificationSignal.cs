using StudyGroup.Persistence;

namespace StudyGroup.Notifications;

/// <summary>Something was committed: there may be notifications to make.</summary>
public sealed class NotificationSignal : ICommitObserver, IDisposable
{
    private readonly SemaphoreSlim wake = new(0, 1);

    public void Committed(StudyGroupDbContext db)
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

    /// <summary>Returns at a commit, or after <paramref name="longest"/> in case a signal was lost or another process wrote.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        await wake.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => wake.Dispose();
}
