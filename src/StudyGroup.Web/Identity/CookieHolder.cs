using Microsoft.AspNetCore.Authentication.Cookies;

namespace StudyGroup.Web.Identity;

/// <summary>
/// Keeps the sign-in cookie under a name that browsers guard: with the prefix <c>__Host-</c> no other host can set it and it travels over
/// HTTPS only. A developer's machine without HTTPS gets the plain name.
/// </summary>
internal sealed class CookieHolder(IHostEnvironment environment) : ICookieManager
{
    public const string PlainName = "studygroup";
    public const string GuardedName = "__Host-" + PlainName;

    private readonly ChunkingCookieManager inner = new();

    /// <summary>The name in this request.</summary>
    public string NameIn(HttpContext context) => IsGuarded(context) ? GuardedName : PlainName;

    public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, NameIn(context));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        inner.AppendResponseCookie(context, NameIn(context), value, Guard(context, options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        inner.DeleteCookie(context, NameIn(context), Guard(context, options));

    private bool IsGuarded(HttpContext context) => context.Request.IsHttps || !environment.IsDevelopment();

    private CookieOptions Guard(HttpContext context, CookieOptions options)
    {
        options.Secure = IsGuarded(context);
        return options;
    }
}
