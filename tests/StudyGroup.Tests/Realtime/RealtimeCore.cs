using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;

namespace StudyGroup.Tests.Realtime;

/// <summary>The core with its log and live parts, and short ways to the usual steps.</summary>
internal static class RealtimeCore
{
    public static readonly CurrentMember Ana = new(Guid.CreateVersion7(), "Ana");
    public static readonly CurrentMember Ben = new(Guid.CreateVersion7(), "Ben");

    public static void AddOpenRealtime(IServiceCollection services) => services
        .AddRealtime()
        .AddSingleton<Doors>()
        .AddSingleton<ITopicAccess>(provider => provider.GetRequiredService<Doors>());

    public static Task<CoreServices> CreateAsync(Engine engine, CancellationToken cancellationToken, Action<IServiceCollection>? configure = null) =>
        CoreServices.CreateAsync(engine, cancellationToken, services =>
        {
            AddOpenRealtime(services);
            configure?.Invoke(services);
        });

    public static async Task<CoreServices> StartAsync(Engine engine, CancellationToken cancellationToken, Action<IServiceCollection>? configure = null)
    {
        var core = await CreateAsync(engine, cancellationToken, configure);
        await core.StartBackgroundAsync(cancellationToken);
        return core;
    }

    public static async Task<long> AppendAsync(this CoreServices core, Guid streamId, CancellationToken cancellationToken, NewEvent? news = null)
    {
        var result = await core.Get<WriteTransactions>().RunAsync<long>(
            async (db, ct) => await core.Get<EventLog>().AppendAsync(db, streamId, news ?? new NewEvent("test.happened", null), ct),
            cancellationToken);
        return result.Value;
    }

    /// <summary>Moves the clock on, a little at a time, until it is so.</summary>
    public static async Task AdvanceUntilAsync(this CoreServices core, Func<bool> condition, CancellationToken cancellationToken, TimeSpan? step = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            core.Clock.Advance(step ?? TimeSpan.FromMilliseconds(250));
            await Task.Delay(10, patience.Token);
        }
    }
}
