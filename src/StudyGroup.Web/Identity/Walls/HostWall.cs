namespace StudyGroup.Web.Identity.Walls;

/// <summary>Answers under the site's own name only, and in Production over HTTPS where its public address says so.</summary>
internal sealed class HostWall(RequestDelegate next, SiteOrigins origins)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // A load balancer asks for the health of a node by its address and without TLS.
        if (request.Path.StartsWithSegments("/healthz"))
            return next(context);

        if (!origins.AllowsHost(request.Host))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        if (request.IsHttps || origins.Secure is not { } home)
            return next(context);

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            context.Response.Redirect($"{home.GetLeftPart(UriPartial.Authority)}{request.PathBase}{request.Path}{request.QueryString}", permanent: true, preserveMethod: true);
        else
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
