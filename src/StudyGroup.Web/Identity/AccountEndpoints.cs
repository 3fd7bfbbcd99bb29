using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using StudyGroup.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Identity;

/// <summary>What belongs to accounts and is no page.</summary>
public static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/account").AllowAnonymous().ExcludeFromDescription();
        account.MapPost("/sign-out", SignOutAsync);
        account.MapGet("/session", Session);
    }

    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext context, EndSessionHandler endings, CancellationToken cancellationToken)
    {
        if (context.User.HolderId() is { } session)
            await endings.HandleAsync(new EndSession(context.User.AccountId(), session), cancellationToken);
        await context.SignOutAsync(AccountSchemes.Cookie);
        return TypedResults.LocalRedirect(SignInCookie.SignInPath);
    }

    /// <summary>A script whose line broke asks whether it is signed in still.</summary>
    private static Results<Ok, UnauthorizedHttpResult> Session(ClaimsPrincipal user) =>
        user.FindMember() is null ? TypedResults.Unauthorized() : TypedResults.Ok();
}
