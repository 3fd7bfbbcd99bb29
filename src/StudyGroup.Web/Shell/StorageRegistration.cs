using StudyGroup.Persistence;
using StudyGroup.Realtime;

namespace StudyGroup.Web.Shell;

public static class StorageRegistration
{
    /// <summary>The data directory that <c>Data:Directory</c> names, the database, and the log of what happened in it.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(provider => new DataDirectory(
            provider.GetRequiredService<IConfiguration>()["Data:Directory"] ?? "data",
            provider.GetRequiredService<IHostEnvironment>().ContentRootPath));
        services.AddPersistence();
        services.AddSingleton<EventLog>();
        return services;
    }
}
