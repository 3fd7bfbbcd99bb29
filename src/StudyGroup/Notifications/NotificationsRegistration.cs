using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Persistence;

namespace StudyGroup.Notifications;

/// <summary>What reaches a member, and why.</summary>
public static class NotificationsRegistration
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddSingleton<NotificationMaker>()
        .AddSingleton<NotificationQuery>()
        .AddSingleton<MarkNotificationsReadHandler>()
        .AddSingleton<NotificationSignal>()
        .AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<NotificationSignal>())
        .AddHostedService<NotificationWorker>();
}
