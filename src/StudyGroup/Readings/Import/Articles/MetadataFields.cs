using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>Named fields to metadata, whatever the names they go by.</summary>
internal static class MetadataFields
{
    private const int LongestAddress = 2_000;

    private static readonly (string Name, string Tag)[] LanguageNames =
        [("english", "en"), ("german", "de"), ("deutsch", "de"), ("french", "fr"), ("français", "fr"), ("spanish", "es"), ("español", "es"), ("italian", "it"), ("portuguese", "pt"), ("dutch", "nl"), ("polish", "pl"), ("swedish", "sv"), ("turkish", "tr"), ("russian", "ru"), ("ukrainian", "uk"), ("latin", "la"), ("greek", "el")];

    private static readonly string[] AddressNames = ["source", "url", "source address"];

    private static readonly string[] DateNames = ["date", "written", "published", "first published", "publication date", "original publication"];

    public static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "title", "subtitle", "author", "authors", "date", "language", "lang", "publication", "journal", "published in", "rights", "license", "licence", "copyright", "source", "url", "source address", "written", "published", "first published",
        "publication date", "release date", "original publication", "editor", "translated", "translator", "translators", "translated by", "translation", "transcription", "transcribed", "markup", "html markup", "transcription/markup", "transcription/html markup", "copyleft", "public domain",
        "online version", "posting date", "produced by", "credits", "proofread", "proofreading", "most recently updated", "last updated", "character set encoding",
    };

    public static Metadata Read(IReadOnlyDictionary<string, IReadOnlyList<string>> fields) => new()
    {
        Title = First(fields, "title"),
        Subtitle = First(fields, "subtitle"),
        Authors = [.. All(fields, "authors").Concat(All(fields, "author")).Distinct(StringComparer.Ordinal)],
        Translator = First(fields, "translator") ?? First(fields, "translators") ?? First(fields, "translated by"),
        Date = Dates(fields).FirstOrDefault(),
        Language = Language(First(fields, "language") ?? First(fields, "lang")),
        Publication = First(fields, "publication") ?? First(fields, "journal") ?? First(fields, "published in"),
        Rights = First(fields, "rights") ?? First(fields, "license") ?? First(fields, "licence") ?? First(fields, "copyright") ?? First(fields, "public domain") ?? First(fields, "copyleft"),
        SourceAddress = AddressNames.Select(name => First(fields, name)).FirstOrDefault(IsAddress),
    };

    /// <summary>The date that a field means, as ISO 8601, as exact as it is written.</summary>
    public static string? DateOf(string value) => YearAndMonth(value) ?? EndingDate.Of(BeforePlace(value))?.Iso ?? Leading(value);

    private static IEnumerable<string> Dates(IReadOnlyDictionary<string, IReadOnlyList<string>> fields) =>
        DateNames.Select(name => First(fields, name)).OfType<string>().Select(DateOf).OfType<string>();

    // "2021-09" is a month in a field, and may be a span of years in a text.
    private static string? YearAndMonth(string value) =>
        value.Trim() is [.. { Length: 4 } year, '-', var tens, var ones] && int.TryParse(year, out var number) && number is > 1000 and < 3000
            && char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones) && ((tens - '0') * 10) + ones - '0' is >= 1 and <= 12 ? value.Trim() : null;

    // "12 May 1912 in Some Paper" names the place behind the date.
    private static string BeforePlace(string value) => value.IndexOfAny([',', ';', '[', '(']) is var end && EndingDate.Of(value) is null && end > 0 ? value[..end] : value;

    private static string? Leading(string value) => value.Length >= 10 && EndingDate.Of(value[..10]) is { IsFull: true } date ? date.Iso : null;

    private static string? Language(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        var known = LanguageNames.FirstOrDefault(language => value.StartsWith(language.Name, StringComparison.OrdinalIgnoreCase)).Tag;
        return known ?? (value.Length is >= 2 and <= 35 && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && value.Split('-')[0].Length <= 3 ? value : null);
    }

    private static bool IsAddress(string? value) => value is { Length: < LongestAddress } && WebAddress.IsAt(value);

    private static string? First(IReadOnlyDictionary<string, IReadOnlyList<string>> fields, string name) => All(fields, name).FirstOrDefault();

    private static IEnumerable<string> All(IReadOnlyDictionary<string, IReadOnlyList<string>> fields, string name) =>
        fields.TryGetValue(name, out var values) ? values.Where(value => value.Length > 0) : [];
}
