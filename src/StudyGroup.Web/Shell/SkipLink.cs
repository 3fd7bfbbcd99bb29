using Microsoft.AspNetCore.Components;

namespace StudyGroup.Web.Shell;

/// <summary>A fragment of this very page; a bare "#main" would lead to the front page, because every page has the base "/".</summary>
public static class SkipLink
{
    public static string Here(NavigationManager navigation)
    {
        ArgumentNullException.ThrowIfNull(navigation);
        return $"{new Uri(navigation.Uri).PathAndQuery}#main";
    }
}
