using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StudyGroup.Persistence;

namespace StudyGroup.Realtime;

/// <summary>The event log, its tail, and what is live: deliveries, presence, typing.</summary>
public static class RealtimeRegistration
{
    /// <summary>Expects an <see cref="ITopicAccess"/> among the services; binds <see cref="RealtimeOptions"/> from <c>Realtime</c>.</summary>
    public static IServiceCollection AddRealtime(this IServiceCollection services)
    {
        services.AddOptions<RealtimeOptions>().BindConfiguration("Realtime").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RealtimeOptions>, ValidateRealtimeOptions>();
        return services
            .AddSingleton<EventLog>()
            .AddSingleton<EventReplay>()
            .AddSingleton<Broker>()
            .AddSingleton<EventPositions>()
            .AddSingleton<TailSignal>()
            .AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<TailSignal>())
            .AddSingleton<LiveNotes>()
            .AddSingleton(provider => new Presence(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<LiveNotes>()))
            .AddSingleton(provider => new Typing(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<LiveNotes>()))
            .AddSingleton<LiveRelay>()
            .AddSingleton<PruneEvents>()
            .AddHostedService<EventTail>()
            .AddHostedService<PostgresListener>()
            .AddHostedService<LivePulse>()
            .AddHostedService(provider => provider.GetRequiredService<LiveRelay>())
            .AddHostedService(provider => provider.GetRequiredService<PruneEvents>());
    }
}
