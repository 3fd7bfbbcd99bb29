namespace StudyGroup.Web.Shell;

public enum Theme
{
    System,
    Light,
    Dark,
}

public enum Spacing
{
    Normal,
    Close,
    Open,
}

public enum ParagraphNumbers
{
    Fifths,
    All,
}

/// <summary>How one reader likes the page to look; kept in a plain cookie of the browser, because it says nothing about the person.</summary>
public sealed record ReadingSettings
{
    public const string CookieName = "reading-settings";
    public const int SmallestText = 17;
    public const int LargestText = 24;

    public Theme Theme { get; init; }

    /// <summary>Pixels at the browser's default size; nothing means what suits the screen.</summary>
    public int? TextSize { get; init; }

    public Spacing Spacing { get; init; }

    public ParagraphNumbers Numbers { get; init; }

    /// <summary>Whether single letters act as commands; people who speak to their computer switch them off.</summary>
    public bool SingleKeys { get; init; } = true;

    /// <summary>Whether the others are told that this reader writes; nothing of it leaves the browser when it is off.</summary>
    public bool TellsTyping { get; init; } = true;

    public string? ThemeName => Theme is Theme.System ? null : Name(Theme);

    public string? SpacingName => Spacing is Spacing.Normal ? null : Name(Spacing);

    public string? NumbersName => Numbers is ParagraphNumbers.Fifths ? null : Name(Numbers);

    public string? KeysName => SingleKeys ? null : "off";

    public string? TypingName => TellsTyping ? null : "off";

    /// <summary>Reads <c>theme=dark&amp;text-size=21&amp;spacing=open&amp;numbers=all&amp;keys=off&amp;typing=off</c>; what it does not know it leaves at the default.</summary>
    public static ReadingSettings Parse(string? cookie)
    {
        var values = System.Web.HttpUtility.ParseQueryString(cookie ?? "");
        return new()
        {
            Theme = Value<Theme>(values["theme"]),
            TextSize = int.TryParse(values["text-size"], out var size) && size is >= SmallestText and <= LargestText ? size : null,
            Spacing = Value<Spacing>(values["spacing"]),
            Numbers = Value<ParagraphNumbers>(values["numbers"]),
            SingleKeys = values["keys"] != "off",
            TellsTyping = values["typing"] != "off",
        };
    }

    private static T Value<T>(string? name) where T : struct, Enum =>
        name is not null && !int.TryParse(name, out _) && Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : default;

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>Reads the settings of the browser that sent this request.</summary>
public sealed class ReadingSettingsReader(IHttpContextAccessor http)
{
    public ReadingSettings Read() => ReadingSettings.Parse(http.HttpContext?.Request.Cookies[ReadingSettings.CookieName]);
}
