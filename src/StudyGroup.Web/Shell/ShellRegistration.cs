using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;

namespace StudyGroup.Web.Shell;

public static class ShellRegistration
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddLocalization();
        // The framework makes one for each component that asks; it holds nothing but its resource, and the language is asked at each word.
        services.AddSingleton(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.AddHttpContextAccessor();
        services.AddScoped<ReadingSettingsReader>();
        services.AddSingleton<ScriptWords>();
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    /// <summary>A fault shows its number and nothing else; an unknown address shows the not-found page under the status 404.</summary>
    public static WebApplication UseFaultPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler("/error", createScopeForErrors: true);

        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(KeepBareStatusForPrograms);
        return app;
    }

    /// <summary>Scripts, hub clients and feed readers want the status, not a page about it.</summary>
    private static Task KeepBareStatusForPrograms(HttpContext context, RequestDelegate next)
    {
        var wantsPage = context.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
        if (!wantsPage && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        return next(context);
    }
}
