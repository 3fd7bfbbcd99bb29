using System.Buffers;
using System.Net;
using System.Text;

namespace StudyGroup.Readings.Rendering;

/// <summary>Where a link of a text may lead: http, https and mailto, or a place in the same page. Everything else stays text.</summary>
internal readonly record struct LinkAddress(string Href, bool LeavesThePage)
{
    private const int MaximumLength = 2_000;

    private static readonly SearchValues<char> PlaceCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.~=,%");

    public static LinkAddress? Allowed(string? written)
    {
        if (string.IsNullOrWhiteSpace(written) || written.Length > MaximumLength || !Surrogates.ArePaired(written))
            return null;

        // Decoded once more than the parser does: what a browser could ever make of it is what is judged.
        var address = WithoutTricks(WebUtility.HtmlDecode(written));
        if (address.StartsWith('#'))
            return IsPlace(address) ? new LinkAddress(address, LeavesThePage: false) : null;
        return IsWeb(address) || IsMail(address) ? new LinkAddress(address, LeavesThePage: true) : null;
    }

    // A name before the host ("https://bank.example@evil.example") only ever hides the host.
    private static bool IsWeb(string address) =>
        (StartsWith(address, "https://") || StartsWith(address, "http://"))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0;

    private static bool IsMail(string address) =>
        StartsWith(address, "mailto:") && address.Contains('@')
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeMailto;

    private static bool IsPlace(string address) => address.Length > 1 && address.AsSpan(1).IndexOfAnyExcept(PlaceCharacters) < 0;

    private static bool StartsWith(string address, string scheme) => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);

    // Browsers drop tabs and line ends anywhere in an address, and read a backslash as a slash; direction marks show another address than the real one.
    private static string WithoutTricks(string address)
    {
        var kept = new StringBuilder(address.Length);
        foreach (var character in address.Trim())
        {
            if (char.IsControl(character) || SafeOutput.IsDirectionOverride(character))
                continue;
            if (char.IsWhiteSpace(character))
                kept.Append("%20");
            else if (character is '"' or '\'' or '<' or '>' or '`' or '\\')
                kept.Append(Uri.HexEscape(character));
            else
                kept.Append(character);
        }

        return kept.ToString();
    }
}
