using System.Globalization;
using System.Text.RegularExpressions;

namespace StudyGroup.Discussion.Rendering;

/// <summary>Where a comment may point, found in its Markdown before it is parsed, so that only these paragraphs are asked for.</summary>
internal static partial class CitationSigns
{
    /// <summary>More than this a comment cannot cite; what comes after stays as it was typed.</summary>
    public const int Most = 20;

    /// <summary>The ¶ numbers, each once.</summary>
    public static IReadOnlyList<int> Numbers(string markdown) =>
        [.. Sign().Matches(markdown).Select(match => int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().Take(Most)];

    /// <summary>The addresses under <paramref name="site"/> that name a paragraph of a reading, each once.</summary>
    public static IReadOnlyList<CitedAddress> Addresses(string markdown, Uri site)
    {
        var found = new List<CitedAddress>();
        foreach (Match match in Path().Matches(markdown))
        {
            var address = new CitedAddress(match.Value, match.Groups["group"].Value, match.Groups["reading"].Value, match.Groups["key"].Value);
            if (found.Count < Most && !found.Contains(address) && IsUnder(site, address.Written))
                found.Add(address);
        }

        return found;
    }

    private static bool IsUnder(Uri site, string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
        && Uri.Compare(site, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    [GeneratedRegex("¶[ \u00A0\u202F]?(?<number>[0-9]{1,6})(?![\\p{L}\\p{Nd}])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sign();

    [GeneratedRegex("https?://[^/\\s]{1,253}/groups/(?<group>[a-z0-9-]{1,100})/readings/(?<reading>[a-z0-9-]{1,200})#(?<key>[a-z][a-z0-9-]{0,39})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Path();
}

/// <summary>An address as it was pasted, and what it names.</summary>
internal sealed record CitedAddress(string Written, string Group, string Reading, string Key);
