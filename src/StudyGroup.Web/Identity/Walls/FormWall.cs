using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

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
        if (IsPageAboutAnswer(context))
        {
            // It stands in for the answer to whatever was sent, and handles none of it.
            context.Request.Method = HttpMethods.Get;
            await next(context);
        }
        else if (Exempt.Any(path => context.Request.Path.StartsWithSegments(path)) || await IsOursAsync(context))
        {
            await next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(
                new { code = "invalid", message = "This page is too old to send that. Go back, reload it and try again." }, context.RequestAborted);
        }
    }

    // Where the endpoint asks for a token, it has been looked at already, and the form must not be read twice. What only reads needs none.
    private async Task<bool> IsOursAsync(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>()?.IsValid ?? await antiforgery.IsRequestValidAsync(context);

    private static bool IsPageAboutAnswer(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}
