using Microsoft.AspNetCore.Antiforgery;

namespace StudyGroup.Web.Shared;

/// <summary>Endpoints that the page's own scripts call: signed in by cookie, and every write carries the page's antiforgery token.</summary>
public static class PageRequests
{
    public static RouteGroupBuilder MapPageRequests(this IEndpointRouteBuilder routes, string prefix) =>
        routes.MapGroup(prefix).RequireAuthorization().AddEndpointFilter(RequireTokenAsync).ExcludeFromDescription();

    private static async ValueTask<object?> RequireTokenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(http)
            ? await next(context)
            : TypedResults.Json(new RefusalAnswer("invalid", "Reload the page: it is too old to send this."), statusCode: StatusCodes.Status400BadRequest);
    }
}
