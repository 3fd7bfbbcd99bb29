namespace StudyGroup.Load.Hubs;

/// <summary>Many connections that are opened a few at a time and closed together.</summary>
internal static class Crowd
{
    private const int AtOnce = 16;

    public static async Task<Crowd<T>> OpenAsync<T>(int count, Func<int, CancellationToken, Task<T>> open, CancellationToken cancellationToken)
        where T : IAsyncDisposable
    {
        var opened = new T?[count];
        var crowd = new Crowd<T>(opened);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, count, options, async (index, ct) => opened[index] = await open(index, ct));
            return crowd;
        }
        catch
        {
            await crowd.DisposeAsync();
            throw;
        }
    }
}

/// <inheritdoc cref="Crowd"/>
internal sealed class Crowd<T>(T?[] opened) : IAsyncDisposable
    where T : IAsyncDisposable
{
    public IEnumerable<T> All => opened.OfType<T>();

    public async ValueTask DisposeAsync()
    {
        foreach (var one in opened.OfType<T>())
            await one.DisposeAsync();
    }
}
