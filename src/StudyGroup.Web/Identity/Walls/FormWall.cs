using Microsoft.AspNetCore.Antiforgery;

namespace StudyGroup.Web.Identity.Walls;

/// <summary>
/// No request that changes something passes without the token of one of our own pages, whether its endpoint asks for it or not.
/// Exempt is what takes no cookie, the programming interface, and what the socket wall guards.
/// </summary>
internal sealed class FormWall(RequestDelegate next, IAntiforgery antiforgery)
{
    private static readonly string[] Exempt = ["/api", "/hubs", "/_blazor"];

    public async Task InvokeAsync(HttpContext context)
    {
        // Requests that only read are valid without a token.
        if (Exempt.Any(path => context.Request.Path.StartsWithSegments(path)) || await antiforgery.IsRequestValidAsync(context))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsJsonAsync(
            new { code = "invalid", message = "This page is too old to send that. Go back, reload it and try again." }, context.RequestAborted);
    }
}
