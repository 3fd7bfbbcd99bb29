using Microsoft.AspNetCore.Authorization;

namespace StudyGroup.Web.Identity;

/// <summary>An access token that may only read gets through with methods that only read. The hub asks <see cref="MemberClaims.MayWrite"/> itself.</summary>
internal sealed class WriteScope : IAuthorizationRequirement;

internal sealed class WriteScopeHandler : AuthorizationHandler<WriteScope>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, WriteScope requirement)
    {
        // Outside of a request, in a circuit, there are only cookies.
        var reads = context.Resource is not HttpContext http || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (reads || context.User.MayWrite() || IsHub(context.Resource))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool IsHub(object? resource) => resource is HttpContext http && http.Request.Path.StartsWithSegments("/hubs");
}
