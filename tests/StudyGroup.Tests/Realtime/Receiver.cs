using StudyGroup.Realtime;

namespace StudyGroup.Tests.Realtime;

/// <summary>Takes deliveries, and can hold them up.</summary>
internal sealed class Receiver
{
    private readonly Lock gate = new();
    private readonly List<DeliveryBatch> batches = [];
    private TaskCompletionSource opened = Opened();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<DeliveryBatch> Batches
    {
        get
        {
            lock (gate)
                return [.. batches];
        }
    }

    public IReadOnlyList<Delivery> Deliveries => [.. Batches.SelectMany(batch => batch.Events)];

    public IReadOnlyList<long> Sequences => [.. Deliveries.Select(delivery => delivery.Event.Sequence)];

    /// <summary>A delivery that begins from now on does not end before <see cref="Release"/>.</summary>
    public void Hold() => opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => opened.TrySetResult();

    public async ValueTask TakeAsync(DeliveryBatch batch, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            batches.Add(batch);
            changed.TrySetResult();
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await opened.Task.WaitAsync(cancellationToken);
    }

    public async Task UntilAsync(Func<Receiver, bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (gate)
                next = changed.Task;
            if (condition(this))
                return;
            await next.WaitAsync(TimeSpan.FromSeconds(20), cancellationToken);
        }
    }

    public Task EventsAsync(int count, CancellationToken cancellationToken) => UntilAsync(receiver => receiver.Deliveries.Count >= count, cancellationToken);

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
