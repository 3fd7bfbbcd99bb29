namespace StudyGroup.Shared;

/// <summary>The languages that the interface speaks, as BCP 47 tags.</summary>
public static class InterfaceLanguages
{
    /// <summary>What is spoken where nobody asks for another.</summary>
    public const string Default = "en";

    /// <summary>Stands in place of a language where the browser decides, at each request.</summary>
    public const string OfBrowser = "auto";

    public static readonly IReadOnlyList<string> All = [Default, "de"];
}
