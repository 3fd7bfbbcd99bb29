using System.Security.Claims;
using StudyGroup.Identity;
using StudyGroup.Shared;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Identity;

/// <summary>Who is signed in, as claims and back. The claims are read anew from the database at each request; none of them is believed from a cookie.</summary>
public static class MemberClaims
{
    private const string Session = "sid";
    private const string Stamp = "stamp";
    private const string Administrator = "admin";
    private const string ReadOnly = "read-only";
    private const string LanguageClaim = "locale";

    /// <summary>The one who acts. Call it where a policy has let only signed-in members through.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static CurrentMember ToCurrentMember(this ClaimsPrincipal user) =>
        user.FindMember() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The one who acts, or null for a stranger.</summary>
    public static CurrentMember? FindMember(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } && user.AccountId() is var id && id != Guid.Empty
            ? new CurrentMember(id, user.DisplayName(), user.HasClaim(Administrator, "true"))
            : null;

    /// <summary>The language that the member chose for the interface; null where the browser decides.</summary>
    public static string? Language(this ClaimsPrincipal user) =>
        user.FindFirstValue(LanguageClaim) is { } language && InterfaceLanguages.All.Contains(language) ? language : null;

    /// <summary>The session of the cookie, or the access token, that this user came with.</summary>
    public static Guid? HolderId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : null;

    /// <summary>False for an access token that may only read.</summary>
    public static bool MayWrite(this ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true } && !user.HasClaim(ReadOnly, "true");

    /// <summary>What a cookie carries: names only, nothing that is believed.</summary>
    internal static ClaimsPrincipal ToCookie(this SignedIn signedIn, string scheme) => Principal(
        scheme, new(ClaimTypes.NameIdentifier, signedIn.AccountId.ToString()), new(Session, signedIn.SessionId.ToString()), new(Stamp, signedIn.Stamp));

    /// <summary>Reads a cookie back.</summary>
    internal static SignedIn? ToSignedIn(this ClaimsPrincipal user) =>
        user.HolderId() is { } session && user.FindFirstValue(Stamp) is { } stamp ? new SignedIn(user.AccountId(), session, stamp) : null;

    internal static ClaimsPrincipal ToPrincipal(this Holder holder, string scheme, string? stamp = null)
    {
        var principal = Principal(
            scheme,
            new(ClaimTypes.NameIdentifier, holder.AccountId.ToString()),
            new(ClaimTypes.Name, holder.Name),
            new(Session, holder.HolderId.ToString()),
            new(Person.ZoneClaim, holder.TimeZone),
            new(LanguageClaim, holder.Language));
        var identity = (ClaimsIdentity?)principal.Identity;
        if (holder.IsSiteAdministrator)
            identity?.AddClaim(new(Administrator, "true"));
        if (!holder.MayWrite)
            identity?.AddClaim(new(ReadOnly, "true"));
        if (stamp is not null)
            identity?.AddClaim(new(Stamp, stamp));
        return principal;
    }

    private static ClaimsPrincipal Principal(string scheme, params Claim[] claims) => new(new ClaimsIdentity(claims, scheme));
}
