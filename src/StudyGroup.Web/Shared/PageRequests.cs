namespace StudyGroup.Web.Shared;

/// <summary>Endpoints that the page's own scripts call, signed in by cookie. The form wall asks each write for the page's token.</summary>
public static class PageRequests
{
    public static RouteGroupBuilder MapPageRequests(this IEndpointRouteBuilder routes, string prefix) =>
        routes.MapGroup(prefix).RequireAuthorization().ExcludeFromDescription();
}
