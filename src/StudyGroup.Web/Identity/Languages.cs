using System.Globalization;
using Microsoft.AspNetCore.Localization;
using StudyGroup.Shared;

namespace StudyGroup.Web.Identity;

/// <summary>In which language an answer speaks: the one the member has chosen, else the one the browser asks for, else English.</summary>
public static class Languages
{
    /// <summary>Stands behind the sign-in, because it matters who asks. The line of a page's islands is a request like others.</summary>
    public static void UseLanguages(this WebApplication app)
    {
        var cultures = InterfaceLanguages.All.Select(CultureInfo.GetCultureInfo).ToList();
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new(InterfaceLanguages.Default),
            SupportedCultures = cultures,
            SupportedUICultures = cultures,
            RequestCultureProviders = [new CustomRequestCultureProvider(OfMember), new AcceptLanguageHeaderRequestCultureProvider()],
        });
    }

    private static Task<ProviderCultureResult?> OfMember(HttpContext context) =>
        Task.FromResult(context.User.Language() is { } language ? new ProviderCultureResult(language) : null);
}
