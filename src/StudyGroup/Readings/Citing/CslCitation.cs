using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StudyGroup.Readings.Citing;

/// <summary>CSL-JSON as reference managers read it: a list with one item (schema of the Citation Style Language, version 1.0.2).</summary>
public static class CslCitation
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(CitedWork work)
    {
        var item = new JsonObject { ["id"] = work.Key, ["type"] = work.IsArticle ? "article-journal" : "document", ["title"] = work.FullTitle };
        if (work.Authors.Count > 0)
            item["author"] = new JsonArray([.. work.Authors.Select(NameOf)]);
        if (work.Translator is { } translator)
            item["translator"] = new JsonArray(NameOf(translator));
        Add(item, "container-title", work.Publication);
        Add(item, "issue", work.IssueNumber);
        if (work.Date is { } date)
            item["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray([.. date.Split('-').Select(part => (JsonNode)int.Parse(part, CultureInfo.InvariantCulture))])) };
        Add(item, "language", work.Language);
        Add(item, "note", work.Paragraph is { } paragraph ? $"¶ {paragraph}" : null);
        Add(item, "URL", work.Link);
        return new JsonArray(item).ToJsonString(Readable);
    }

    // Whether a name is a person's or a body's, and which part is the family's, only a person can tell.
    private static JsonObject NameOf(string name) => new() { ["literal"] = name };

    private static void Add(JsonObject item, string name, string? value)
    {
        if (value is not null)
            item[name] = value;
    }
}
