using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace StudyGroup.Web.Identity;

/// <summary>The two ways to prove who one is, and what is asked of every page that does not say otherwise.</summary>
public static class AccountSchemes
{
    /// <summary>A browser's cookie.</summary>
    public const string Cookie = "Cookie";

    /// <summary>A script's access token.</summary>
    public const string Token = "Token";

    private const string Either = "Either";

    internal static IServiceCollection AddAccountSchemes(this IServiceCollection services)
    {
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = Choose)
            .AddCookie(Cookie)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenAuthentication>(Token, null);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SignInCookie>();
        services.AddSingleton<CookieHolder>();
        services.AddSingleton<IAuthorizationHandler, WriteScopeHandler>();

        var everybody = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new WriteScope()).Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(everybody).SetFallbackPolicy(everybody);
        return services;
    }

    // The programming interface takes no cookie, so that no other site can make a browser call it.
    private static string Choose(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || (context.Request.Path.StartsWithSegments("/hubs") && context.Request.AccessToken() is not null)
            ? Token
            : Cookie;
}
