using Microsoft.Extensions.Localization;

namespace StudyGroup.Web.Groups;

/// <summary>How many there are, in words.</summary>
public static class Counts
{
    /// <param name="text">Holds "OneX" and "ManyXs", and "NoXs" where none is said in its own words.</param>
    /// <param name="name">The X: "Member", "Comment".</param>
    /// <param name="count">How many.</param>
    public static string Count(this IStringLocalizer text, string name, int count) => count switch
    {
        1 => text[$"One{name}"],
        0 when text[$"No{name}s"] is { ResourceNotFound: false } none => none,
        _ => text[$"Many{name}s", count],
    };
}
