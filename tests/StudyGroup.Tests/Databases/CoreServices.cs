using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StudyGroup.Persistence;
using StudyGroup.Realtime;

namespace StudyGroup.Tests.Databases;

/// <summary>
/// The core's services over a test's database, with a clock that the test moves. Background services run only after <see cref="StartBackgroundAsync"/>.
/// Several of them over one <see cref="TestDatabase"/> are several nodes.
/// </summary>
public sealed class CoreServices : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly TestDatabase? owned;
    private readonly List<IHostedService> started = [];

    private CoreServices(TestDatabase database, TestDatabase? owned, Action<IServiceCollection>? configure, IEnumerable<KeyValuePair<string, string?>>? settings)
    {
        this.owned = owned;
        Database = database;
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(database.Settings).AddInMemoryCollection(settings ?? []).Build());
        services.AddSingleton(new DataDirectory(database.Folder, database.Folder));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging();
        services.AddPersistence();
        services.AddSingleton<EventLog>();
        configure?.Invoke(services);
        provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public TestDatabase Database { get; }

    public FakeClock Clock { get; } = new();

    public IServiceProvider Provider => provider;

    /// <summary>Services over a fresh, migrated database, which goes with them.</summary>
    /// <param name="engine">Where it is stored.</param>
    /// <param name="configure">Adds areas or replaces services: the last registration wins.</param>
    /// <param name="settings">Configuration keys besides those of the database.</param>
    public static async Task<CoreServices> CreateAsync(
        Engine engine,
        CancellationToken cancellationToken,
        Action<IServiceCollection>? configure = null,
        IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var database = await TestDatabase.CreateAsync(engine, cancellationToken);
        return new CoreServices(database, database, configure, settings);
    }

    /// <summary>Services over a database that the test owns itself.</summary>
    public static CoreServices Over(
        TestDatabase database,
        Action<IServiceCollection>? configure = null,
        IEnumerable<KeyValuePair<string, string?>>? settings = null) => new(database, owned: null, configure, settings);

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>A context to look at what is stored.</summary>
    public Task<StudyGroupDbContext> ReadAsync(CancellationToken cancellationToken) =>
        Get<IDbContextFactory<StudyGroupDbContext>>().CreateDbContextAsync(cancellationToken);

    public async Task StartBackgroundAsync(CancellationToken cancellationToken)
    {
        foreach (var service in provider.GetServices<IHostedService>())
        {
            await service.StartAsync(cancellationToken);
            started.Add(service);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(started))
            await service.StopAsync(CancellationToken.None);
        await provider.DisposeAsync();
        if (owned is not null)
            await owned.DisposeAsync();
    }
}
