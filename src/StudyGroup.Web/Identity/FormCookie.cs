using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace StudyGroup.Web.Identity;

/// <summary>The cookie half of the token that every form carries, guarded as the sign-in cookie is.</summary>
internal sealed class FormCookie(IHostEnvironment environment) : IConfigureOptions<AntiforgeryOptions>
{
    private const string PlainName = "studygroup-form";

    public void Configure(AntiforgeryOptions options)
    {
        options.Cookie = new GuardedCookie(environment)
        {
            Name = environment.IsDevelopment() ? PlainName : "__Host-" + PlainName,
            Path = "/",
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        };
        options.HeaderName = "RequestVerificationToken";
        options.SuppressXFrameOptionsHeader = true;
    }

    // "Always" would make plain-http requests fail instead of setting a cookie that the browser keeps to HTTPS and to localhost.
    private sealed class GuardedCookie(IHostEnvironment environment) : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = context.Request.IsHttps || !environment.IsDevelopment();
            return options;
        }
    }
}
