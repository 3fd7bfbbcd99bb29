using Microsoft.AspNetCore.StaticAssets;

namespace StudyGroup.Web.Identity.Walls;

/// <summary>
/// Says on every answer what a browser may do with it. It is written when the answer starts, so that pages of errors, which begin by clearing
/// all headers, carry it too.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IHostEnvironment environment)
{
    // style-src allows inline styles because Blazor's and Radzen's components set them; base-uri is 'self' because pages have a base of "/".
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string Permissions = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()";
    private const string OneYear = "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps && environment.IsProduction())
            headers.StrictTransportSecurity = OneYear;
        if (IsPersonal(context))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    // What somebody saw while signed in must not come back from a cache after they left. Style sheets and scripts are the same for all.
    private static bool IsPersonal(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true } && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null;
}
