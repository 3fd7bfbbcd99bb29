using System.Net;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using StudyGroup.Shared;

namespace StudyGroup.Web.Identity.Walls;

public static class WallsRegistration
{
    public static IServiceCollection AddWalls(this IServiceCollection services)
    {
        services.AddOptions<SocketLimitOptions>().BindConfiguration("Limits").ValidateOnStart();
        services.AddSingleton<IValidateOptions<SocketLimitOptions>, ValidateSocketLimitOptions>();
        services.AddSingleton<SiteOrigins>();
        services.AddSingleton<OpenSockets>();
        services.AddSingleton<SessionWatcher>();
        services.AddSingleton<CircuitOwners>();
        services.AddSignalR(options => options.AddFilter<CircuitOwners>());
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteOptions>>(BelieveProxies);
        services.AddOptions<CircuitOptions>().Configure<IOptions<SocketLimitOptions>>((circuits, limits) =>
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(limits.Value.LostCircuitSeconds));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<SocketLimitOptions>>((kestrel, limits) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.Value.RequestBytes;
        });
        return services;
    }

    /// <summary>Stands first: every answer passes it, whatever fails behind it.</summary>
    public static WebApplication UseWalls(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        if (app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.KnownProxies.Count > 0)
            app.UseForwardedHeaders();
        app.UseMiddleware<HostWall>();
        return app;
    }

    /// <summary>Says who asks and what they read, and refuses who may not: sockets by origin, pages by sign-in, changes by the token of a form.</summary>
    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseLanguages();
        app.UseMiddleware<SocketWall>();
        app.UseAuthorization();
        app.UseMiddleware<FormWall>();
        app.UseAntiforgery();
        return app;
    }

    /// <summary>How the sockets of pages are opened.</summary>
    public static void Guard(ServerComponentsEndpointOptions options)
    {
        // Pages mix what a stranger can write with what only members may read; compressing both together lets the length betray the second.
        options.DisableWebSocketCompression = true;
        // Our own header says 'none', for every answer and not only for pages with islands.
        options.ContentSecurityFrameAncestorsPolicy = null;
    }

    /// <summary>Addresses of the framework's own that a page needs before anybody is signed in.</summary>
    public static void AllowStrangers(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } pattern } && pattern.TrimStart('/') is var path
            && (path.StartsWith("_blazor", StringComparison.Ordinal) || path.StartsWith("_framework", StringComparison.Ordinal)))
        {
            endpoint.Metadata.Add(new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute());
        }
    }

    private static void BelieveProxies(ForwardedHeadersOptions options, IOptions<SiteOptions> site)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // As many as are known, and not one more: the loopback addresses, which count by default, do not.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in site.Value.KnownProxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }
    }
}
