using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Realtime;

namespace StudyGroup.Administration;

/// <summary>The whole core, as the server and the commands run it.</summary>
public static class CoreRegistration
{
    /// <summary>Expects a host's configuration and environment, and data protection, among the services. <c>Data:Directory</c> counts from the content root.</summary>
    public static IServiceCollection AddStudyGroupCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new DataDirectory(
            provider.GetRequiredService<IConfiguration>()["Data:Directory"] is { Length: > 0 } folder ? folder : "data",
            provider.GetRequiredService<IHostEnvironment>().ContentRootPath));
        return services
            .AddPersistence()
            .AddRealtime()
            .AddIdentity()
            .AddReadings()
            .AddGroups()
            .AddAnnotations()
            .AddDiscussion()
            .AddModeration()
            .AddNotifications()
            .AddAdministration();
    }
}
