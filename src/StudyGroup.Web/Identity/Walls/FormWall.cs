using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using StudyGroup.Shared;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Identity.Walls;

/// <summary>
/// No request that changes something passes without the token of one of our own pages, whether its endpoint asks for it or not.
/// Exempt is what takes no cookie, the programming interface, and what the socket wall guards.
/// </summary>
internal sealed class FormWall(RequestDelegate next, IAntiforgery antiforgery)
{
    private static readonly string[] Exempt = ["/api", "/hubs", "/_blazor"];

    public Task InvokeAsync(HttpContext context)
    {
        if (IsPageAboutAnswer(context))
        {
            // It stands in for the answer to whatever was sent, and handles none of it.
            context.Request.Method = HttpMethods.Get;
            return next(context);
        }

        if (context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            // Nothing of it can be read, the token no more than the rest.
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return Exempt.Any(path => context.Request.Path.StartsWithSegments(path)) ? next(context) : CheckAsync(context);
    }

    // What only reads is valid without a token. The framework's own look, behind this one, finds the same form.
    private async Task CheckAsync(HttpContext context)
    {
        if (await antiforgery.IsRequestValidAsync(context))
        {
            await next(context);
            return;
        }

        await Error.Invalid("invalid", "This page is too old to send that. Go back, reload it and try again.").ToAnswer().ExecuteAsync(context);
    }

    private static bool IsPageAboutAnswer(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}
