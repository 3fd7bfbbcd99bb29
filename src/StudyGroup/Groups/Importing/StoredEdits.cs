using System.Text.Json;
using System.Text.Json.Serialization;
using StudyGroup.Readings.Import.Editing;

namespace StudyGroup.Groups.Importing;

/// <summary>The steps of editors as they are stored.</summary>
internal static class StoredEdits
{
    public const string None = "[]";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(IReadOnlyList<ImportEdit> edits) => JsonSerializer.Serialize(edits, Options);

    public static IReadOnlyList<ImportEdit> Read(string json) => JsonSerializer.Deserialize<List<ImportEdit>>(json, Options) ?? [];
}
