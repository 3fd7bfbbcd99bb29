using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using StudyGroup.Persistence;

namespace StudyGroup.Web.Identity;

public static class AccountsRegistration
{
    /// <summary>Accounts, sign-in by cookie and by access token, and the keys that protect both.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddAccountSchemes();
        services.AddScoped<AuthenticationStateProvider, SessionAuthenticationState>();
        services.AddHostedService<OfferSetup>();

        services.AddDataProtection().SetApplicationName("StudyGroup");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository =
            new FileSystemXmlRepository(new DirectoryInfo(provider.GetRequiredService<DataDirectory>().Keys), provider.GetRequiredService<ILoggerFactory>())));
        services.AddSingleton<IConfigureOptions<AntiforgeryOptions>, FormCookie>();
        return services;
    }
}
