using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using StudyGroup.Identity;

namespace StudyGroup.Web.Identity;

/// <summary>Signs a script in by its access token, at each request.</summary>
internal sealed class AccessTokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionQueries sessions, AccessTokenUse use)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.AccessToken() is not { } secret)
            return AuthenticateResult.NoResult();
        if (await sessions.FindAsync(secret, Context.RequestAborted) is not { } holder)
            return AuthenticateResult.Fail("The access token is not in use.");

        use.Note(holder.HolderId);
        // A connection that stays open ends with its token, not with its next request.
        var properties = new AuthenticationProperties { ExpiresUtc = holder.ExpiresAt };
        return AuthenticateResult.Success(new AuthenticationTicket(holder.ToPrincipal(AccountSchemes.Token), properties, AccountSchemes.Token));
    }
}

/// <summary>Where a request carries its access token.</summary>
internal static class AccessTokenRequests
{
    private const string Scheme = "Bearer ";

    /// <summary>From the Authorization header; from the address only where a browser's WebSocket cannot send headers.</summary>
    public static string? AccessToken(this HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return header[Scheme.Length..].Trim();

        return request.Path.StartsWithSegments("/hubs") && request.Query.TryGetValue("access_token", out var token) && token is [{ Length: > 0 } only] ? only : null;
    }
}
