using System.Text.Json;
using System.Text.Json.Serialization;

namespace StudyGroup.Load.Measuring;

/// <summary>The rows for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task WriteAsync(string file, Machine before, Machine after, TimeSpan took, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(file);
        var report = new { machine = before, loadAfter = after.Load, seconds = Math.Round(took.TotalSeconds, 1), circuits = LoadRun.CircuitNote, rows = rows.Select(Of) };
        await JsonSerializer.SerializeAsync(stream, report, Layout, cancellationToken);
    }

    private static object Of(Row row) => new
    {
        row.Id,
        row.What,
        row.Measured,
        row.Target.Unit,
        row.Target.Better,
        row.Target.Must,
        row.Target.Aim,
        row.Baseline,
        row.Ratio,
        row.Verdict,
        row.IsFullSize,
        row.Detail,
        row.Fault,
    };
}
