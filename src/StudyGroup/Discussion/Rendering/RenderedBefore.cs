using System.Net;
using System.Text.RegularExpressions;

namespace StudyGroup.Discussion.Rendering;

/// <summary>
/// What an older rendering of a comment resolved, read back from its HTML: names that were called then, and paragraphs that had these numbers then.
/// Asking the group again could name somebody else, or point into a newer edition.
/// </summary>
internal static partial class RenderedBefore
{
    public static IReadOnlyList<MentionCandidate> Names(string html) =>
        [.. Mention().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["name"].Value)).Distinct().Select(name => new MentionCandidate(Guid.Empty, name))];

    public static CitedPassages Passages(string html, string markdown, Uri site)
    {
        var found = new Dictionary<string, CitedPassage>();
        foreach (Match card in Card().Matches(html))
            Keep(found, card, card.Groups["words"].Value);
        foreach (Match link in Link().Matches(html))
            Keep(found, link, "");

        var byNumber = found.Values.ToLookup(passage => passage.Name);
        return new CitedPassages(
            CitationSigns.Numbers(markdown).Where(number => byNumber.Contains(Sign(number))).ToDictionary(number => number, number => byNumber[Sign(number)].First()),
            CitationSigns.Addresses(markdown, site)
                .Select(address => (address.Written, Path: $"/groups/{address.Group}/readings/{address.Reading}#{address.Key}"))
                .Where(address => found.ContainsKey(address.Path)).ToDictionary(address => address.Written, address => found[address.Path]));
    }

    private static string Sign(int number) => FormattableString.Invariant($"¶ {number}");

    private static void Keep(Dictionary<string, CitedPassage> found, Match match, string words)
    {
        var address = WebUtility.HtmlDecode(match.Groups["address"].Value);
        found.TryAdd(address, new CitedPassage(WebUtility.HtmlDecode(match.Groups["name"].Value), address, WebUtility.HtmlDecode(words)));
    }

    [GeneratedRegex("<span class=\"mention\">@<bdi>(?<name>[^<]*)</bdi>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();

    [GeneratedRegex("<a href=\"(?<address>[^\"]*)\" class=\"pref\">(?<name>[^<]*)</a>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<a class=\"pcard\" href=\"(?<address>[^\"]*)\"><span class=\"pcard-words\" dir=\"auto\">(?<words>[^<]*)</span><span class=\"pcard-place\">(?<name>[^<]*)</span>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Card();
}
