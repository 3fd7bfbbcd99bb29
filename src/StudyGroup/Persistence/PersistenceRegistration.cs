using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace StudyGroup.Persistence;

/// <summary>Storage: the context, both engines, the write path.</summary>
public static class PersistenceRegistration
{
    /// <summary>How many contexts, each with its connection, are kept for the next who ask; a crowd of pages opening at once makes more and lets them go.</summary>
    private const int ContextsKept = 32;

    /// <summary>Expects a <see cref="DataDirectory"/> among the services; binds <see cref="DatabaseOptions"/> from <c>Database</c>.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, ValidateDatabaseOptions>();
        services.Configure<IdentityOptions>(WithPasskeySchema);
        services.AddPooledDbContextFactory<StudyGroupDbContext>((provider, builder) => builder.UseStudyGroupDatabase(
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value,
            provider.GetRequiredService<DataDirectory>().DatabaseFile), ContextsKept);
        services.AddSingleton<WriteTransactions>();
        services.AddSingleton<DatabaseMigration>();
        return services;
    }

    /// <summary>Chooses the engine and its migrations assembly.</summary>
    public static DbContextOptionsBuilder UseStudyGroupDatabase(this DbContextOptionsBuilder builder, DatabaseOptions options, string sqliteFile)
    {
        SqliteRuntime.Touch();
        WithApplicationServices(builder);
        return options.Provider switch
        {
            DatabaseProvider.Postgres => builder.UseNpgsql(options.PostgresConnectionString, npgsql => npgsql
                .MigrationsAssembly("StudyGroup.Migrations.Postgres")
                .ExecutionStrategy(dependencies => new PostgresRetries(dependencies))),
            _ => builder
                .UseSqlite($"Data Source={sqliteFile};Default Timeout=10", sqlite => sqlite.MigrationsAssembly("StudyGroup.Migrations.Sqlite"))
                .AddInterceptors(new SqlitePragmas(), new KeptConnections()),
        };
    }

    // Identity reads its schema version from the application's services; outside a host (design time, tests) there are none and it would fall back to version 1.
    private static void WithApplicationServices(DbContextOptionsBuilder builder)
    {
        if (builder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is not null)
            return;

        var services = new ServiceCollection();
        services.Configure<IdentityOptions>(WithPasskeySchema);
        builder.UseApplicationServiceProvider(services.BuildServiceProvider());
    }

    private static void WithPasskeySchema(IdentityOptions identity) => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}
