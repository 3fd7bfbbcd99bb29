using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using StudyGroup.Identity;

namespace StudyGroup.Web.Identity;

/// <summary>The cookie of a signed-in browser: what it is called, how long it lasts, and that it is believed only while its session stands.</summary>
internal sealed class SignInCookie(CookieHolder holder, SessionQueries sessions) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public const string SignInPath = "/account/sign-in";
    private const string ReturnUrl = "ReturnUrl";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name == AccountSchemes.Cookie)
            Configure(options);
    }

    public void Configure(CookieAuthenticationOptions options)
    {
        options.CookieManager = holder;
        options.Cookie.Name = CookieHolder.PlainName;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = ReturnUrl;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context => AskToSignIn(context.HttpContext);
        options.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden);
    }

    private async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // Style sheets and scripts are everybody's: they are not worth a query each.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;

        // The page of a fault is shown as to a stranger: what broke may be the very database that would be asked.
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal();
            return;
        }

        var cookie = context.Principal?.ToSignedIn();
        if (cookie is not null && await sessions.FindAsync(cookie, context.HttpContext.RequestAborted) is { } found)
        {
            context.ReplacePrincipal(found.ToPrincipal(AccountSchemes.Cookie, cookie.Stamp));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(AccountSchemes.Cookie);
    }

    // Pages go to sign in, and come back to where they were; scripts get a status they can read.
    private static Task AskToSignIn(HttpContext context)
    {
        if (IsScript(context.Request))
            return Answer(context, StatusCodes.Status401Unauthorized);

        var target = HttpMethods.IsGet(context.Request.Method) ? context.Request.PathBase + context.Request.Path + context.Request.QueryString : "/";
        context.Response.Redirect($"{SignInPath}{QueryString.Create(ReturnUrl, target)}");
        return Task.CompletedTask;
    }

    private static bool IsScript(HttpRequest request)
    {
        if (request.Path.StartsWithSegments("/hubs") || request.Path.StartsWithSegments("/_blazor"))
            return true;

        var accept = request.Headers.Accept.ToString();
        var wantsPage = accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
        return !wantsPage && (accept.Contains("json", StringComparison.OrdinalIgnoreCase) || request.Headers["Sec-Fetch-Dest"] == "empty");
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
