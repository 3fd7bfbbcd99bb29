using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>Accounts, sessions, access tokens, and the limits that hold for them.</summary>
public static class IdentityRegistration
{
    /// <summary>Expects persistence, the event log, a data directory and data protection among the services.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateOnStart();
        services.AddOptions<AccountOptions>().BindConfiguration("Accounts").ValidateOnStart();
        services.AddOptions<LimitOptions>().BindConfiguration("Limits").ValidateOnStart();
        services.AddSingleton<IValidateOptions<SiteOptions>, ValidateSiteOptions>();
        services.AddSingleton<IValidateOptions<LimitOptions>, ValidateLimitOptions>();
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<SiteAddress>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<PostLimiter>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<PasswordConfirmation>();
        services.AddSingleton<PasswordLinks>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<AccountOpening>();
        services.AddSingleton<SetupLink>();
        services.AddSingleton<SessionQueries>();
        services.AddSingleton<ProfileQueries>();
        services.AddSingleton<AccessTokenUse>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessTokenUse>());

        services.AddSingleton<RegisterAccountHandler>();
        services.AddSingleton<SignInHandler>();
        services.AddSingleton<EndSessionHandler>();
        services.AddSingleton<ChangePasswordHandler>();
        services.AddSingleton<SetPasswordHandler>();
        services.AddSingleton<ResetPasswordHandler>();
        services.AddSingleton<EditProfileHandler>();
        services.AddSingleton<CreateAccessTokenHandler>();
        services.AddSingleton<RevokeAccessTokenHandler>();
        services.AddSingleton<CreateOwnerHandler>();
        services.AddSingleton<SetUpOwnerHandler>();
        return services;
    }
}
