using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>Live sessions: who leads, who speaks, and their end.</summary>
public static class LiveSessionsRegistration
{
    internal static IServiceCollection AddLiveSessions(this IServiceCollection services)
    {
        services.AddOptions<LiveSessionOptions>().BindConfiguration("LiveSessions").ValidateOnStart();
        services.AddSingleton<IValidateOptions<LiveSessionOptions>, ValidateLiveSessionOptions>();
        return services
            .AddSingleton<SessionDecision>()
            .AddSingleton<SessionDismissal>()
            .AddSingleton<LiveSessionQuery>()
            .AddSingleton<StartLiveSessionHandler>()
            .AddSingleton<LeadToParagraphHandler>()
            .AddSingleton<RaiseHandHandler>()
            .AddSingleton<CallNextSpeakerHandler>()
            .AddSingleton<ExtendTurnHandler>()
            .AddSingleton<PauseTurnHandler>()
            .AddSingleton<SetTurnLengthHandler>()
            .AddSingleton<HandOverHandler>()
            .AddSingleton<TakeOverHandler>()
            .AddSingleton<EndLiveSessionHandler>()
            .AddSingleton<EndEmptySessions>()
            .AddHostedService(provider => provider.GetRequiredService<EndEmptySessions>());
    }
}
