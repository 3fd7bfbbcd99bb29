using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using StudyGroup.Identity;

namespace StudyGroup.Web.Identity;

/// <summary>Who is signed in, for the parts of a page that stay alive. The end of a session closes their line at once; this is the second look, for a signal that was lost.</summary>
internal sealed class SessionAuthenticationState(ILoggerFactory logger, SessionQueries sessions) : RevalidatingServerAuthenticationStateProvider(logger)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(2);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        authenticationState.User.HolderId() is not { } session || await sessions.IsOpenAsync(session, cancellationToken);
}
