using System.Text.Json;
using AngleSharp.Dom;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>What a page tells search engines of its article, in blocks of JSON.</summary>
internal sealed record StructuredData
{
    private const int LongestBlock = 200_000;

    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Date { get; init; }

    public string? Publication { get; init; }

    public static StructuredData In(IDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']").Where(script => script.TextContent.Length < LongestBlock))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent);
                if (Things(json.RootElement).FirstOrDefault(IsText) is { ValueKind: JsonValueKind.Object } text)
                    return Of(text);
            }
            catch (JsonException)
            {
                // Written by hand, as so often: the page has other places for the same.
            }
        }

        return new StructuredData();
    }

    private static StructuredData Of(JsonElement text) => new()
    {
        Title = Text(text, "headline") ?? Text(text, "name"),
        Subtitle = Text(text, "alternativeHeadline"),
        Authors = text.TryGetProperty("author", out var author) ? [.. Names(author)] : [],
        Date = Text(text, "datePublished"),
        Publication = text.TryGetProperty("publisher", out var publisher) ? Names(publisher).FirstOrDefault() : null,
    };

    private static IEnumerable<JsonElement> Things(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Things),
        JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => Things(graph),
        JsonValueKind.Object => [element],
        _ => [],
    };

    private static bool IsText(JsonElement thing) =>
        thing.TryGetProperty("@type", out var type) && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsTextType) : IsTextType(type));

    private static bool IsTextType(JsonElement type) =>
        type.ValueKind == JsonValueKind.String && type.GetString() is { } name && (name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "Report" or "Book" or "Chapter" or "CreativeWork");

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        JsonValueKind.Object => Text(element, "name") is { } name ? [name] : [],
        JsonValueKind.String => element.GetString() is { } name ? [name] : [],
        _ => [],
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
