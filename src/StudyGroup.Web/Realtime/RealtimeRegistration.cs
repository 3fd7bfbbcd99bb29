using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.Connections;
using StudyGroup.Web.Groups.LiveSessions;

namespace StudyGroup.Web.Realtime;

public static class RealtimeRegistration
{
    /// <summary>A comment of 10,000 characters as JSON escapes at their worst, and what stands around it.</summary>
    private const int LargestMessage = 128 * 1024;

    public static IServiceCollection AddDiscussionHub(this IServiceCollection services)
    {
        services.AddSingleton<HubWatches>();
        services.AddSingleton<SessionActs>();
        services.AddScoped<CircuitLine>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitLine>());
        services
            .AddSignalR(hub => hub.MaximumReceiveMessageSize = LargestMessage)
            .AddHubOptions<DiscussionHub>(hub => hub.MaximumParallelInvocationsPerClient = 4)
            .AddJsonProtocol(protocol => protocol.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)));
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)));
        return services;
    }

    public static void MapDiscussionHub(this WebApplication app) =>
        app.MapHub<DiscussionHub>(DiscussionHub.Path, options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.CloseOnAuthenticationExpiration = true;
        });
}
