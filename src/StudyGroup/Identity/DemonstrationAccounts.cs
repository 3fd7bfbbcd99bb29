namespace StudyGroup.Identity;

/// <summary>Who may try the program out on a developer's machine. They are made there only, and named on the sign-in page.</summary>
public static class DemonstrationAccounts
{
    public const string Password = "read-together-1";

    public static readonly IReadOnlyList<string> Emails =
        ["owner@example.org", "moderator@example.org", "ana@example.org", "ben@example.org", "observer@example.org", "zoe@example.org"];
}
