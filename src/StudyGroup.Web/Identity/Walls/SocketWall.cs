using Microsoft.AspNetCore.Http.Features;
using StudyGroup.Identity;

namespace StudyGroup.Web.Identity.Walls;

/// <summary>
/// Stands before every socket of pages and of the hub. A browser sends its cookie along with a WebSocket that any site opens, so the Origin
/// decides; only an access token, which no other site has, needs none.
/// </summary>
internal sealed class SocketWall(RequestDelegate next, SiteOrigins origins, OpenSockets sockets, SessionWatcher watcher, CookieHolder cookies)
{
    private const string Circuits = "/_blazor";
    private const string Hubs = "/hubs";

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var isCircuit = path.StartsWithSegments(Circuits, out var below);
        if (!isCircuit && !path.StartsWithSegments(Hubs))
            return next(context);
        if (IsForeign(context, isCircuit))
            return Refuse(context, StatusCodes.Status403Forbidden);
        if (IsSocket(context))
            return ServeAsync(context, isCircuit);

        // The one address where a circuit's other transports would go: they are slower and escape the count.
        return isCircuit && below.Value is "" or "/" ? Refuse(context, StatusCodes.Status404NotFound) : next(context);
    }

    private async Task ServeAsync(HttpContext context, bool isCircuit)
    {
        var member = context.User.FindMember();
        using var open = sockets.TryOpen(new SocketOwner(member?.AccountId, SignInThrottle.Network(context.Connection.RemoteIpAddress), isCircuit));
        if (open is null)
        {
            await Refuse(context, StatusCodes.Status429TooManyRequests);
            return;
        }

        if (member is null || context.User.HolderId() is not { } holder)
        {
            await next(context);
            return;
        }

        // The feature and not the context: it is called from elsewhere, when the request may be over.
        var lifetime = context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        await using var watch = await watcher.WatchAsync(member, holder, lifetime.Abort, context.RequestAborted);
        await (watch is null ? Refuse(context, StatusCodes.Status401Unauthorized) : next(context));
    }

    private bool IsForeign(HttpContext context, bool isCircuit)
    {
        if (origins.AllowsOrigin(context.Request))
            return false;

        var mustSayOrigin = IsSocket(context) || context.Request.Headers.Origin.Count > 0;
        return mustSayOrigin && (isCircuit || !ComesWithTokenAlone(context));
    }

    private bool ComesWithTokenAlone(HttpContext context) =>
        context.Request.AccessToken() is not null && cookies.GetRequestCookie(context, CookieHolder.PlainName) is null;

    private static bool IsSocket(HttpContext context) =>
        string.Equals(context.Request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase)
        || context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
