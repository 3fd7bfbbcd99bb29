using System.Globalization;
using System.Security.Claims;

namespace StudyGroup.Web.Shared;

/// <summary>How a person is shown: initials, tone, and what the sign-in says about them.</summary>
public static class Person
{
    /// <summary>The claim with the account's time zone, an IANA name.</summary>
    public const string ZoneClaim = "zoneinfo";

    private const int Tones = 8;

    /// <summary>The first letter of the first and of the last word, as whole graphemes.</summary>
    public static string Initials(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => "?",
            [var only] => First(only),
            [var first, .., var last] => First(first) + First(last),
        };
    }

    /// <summary>1 to 8, the same for a member on every page and on every machine.</summary>
    public static int Tone(Guid memberId)
    {
        var hash = 2166136261u;
        foreach (var part in memberId.ToByteArray())
        {
            hash = unchecked((hash ^ part) * 16777619u);
        }

        return (int)(hash % Tones) + 1;
    }

    public static Guid AccountId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty;

    public static string DisplayName(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Name) ?? "";

    /// <summary>The zone to show times in; UTC for strangers and for names this machine does not know.</summary>
    public static TimeZoneInfo Zone(this ClaimsPrincipal user) =>
        user.FindFirstValue(ZoneClaim) is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
