namespace StudyGroup.Web.Identity;

/// <summary>Where to go after signing in: an address of this site and of no other.</summary>
public static class LocalAddress
{
    /// <summary>The address if it is a path here, or the front page. Browsers read a backslash as a slash and skip tabs and line ends, so none may stand in it.</summary>
    public static string OrHome(string? address) =>
        address is ['/', .. var rest]
        && !rest.StartsWith('/')
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl)
            ? address
            : "/";
}
