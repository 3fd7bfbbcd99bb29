using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>What a new member's browser tells of them: a first guess at language and time zone, to be changed in the profile.</summary>
public sealed record BrowserHabits
{
    /// <summary>Nothing is known: the browser decides the language at each request, and times are in UTC.</summary>
    public static readonly BrowserHabits Unknown = new(InterfaceLanguages.OfBrowser, TimeZones.Default);

    private BrowserHabits(string language, string timeZone) => (Language, TimeZone) = (language, timeZone);

    public string Language { get; }

    public string TimeZone { get; }

    /// <summary>A guess is no input to refuse: what we do not know is left at its default.</summary>
    public static BrowserHabits Of(string? language, string? timeZone) => new(
        language is not null && InterfaceLanguages.All.Contains(language) ? language : Unknown.Language,
        timeZone is not null && TimeZones.Knows(timeZone) ? timeZone : Unknown.TimeZone);
}
