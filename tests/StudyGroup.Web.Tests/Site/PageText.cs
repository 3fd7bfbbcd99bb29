using System.Text.RegularExpressions;

namespace StudyGroup.Web.Tests.Site;

/// <summary>What stays of a page when everything is blanked that differs each time.</summary>
public static partial class PageText
{
    public static string WithoutTokens(string html) => Tokens().Replace(html, "…");

    // Protected data, whatever it is for, begins with the same letters.
    [GeneratedRegex("CfDJ8[A-Za-z0-9_+/=-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Tokens();
}
