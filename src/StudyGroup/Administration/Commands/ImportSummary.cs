using System.Globalization;
using System.Text;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;

namespace StudyGroup.Administration.Commands;

/// <summary>What became of each file, as a table at the end of an import.</summary>
internal sealed class ImportSummary
{
    private const int WidestName = 60;

    private readonly List<Row> rows = [];

    /// <summary>Whether there were files at all and every one of them was read.</summary>
    public bool IsComplete => rows.Count > 0 && rows.TrueForAll(row => row.Readings > 0);

    /// <param name="path">The file.</param>
    /// <param name="outcome">What became of it, in two or three words.</param>
    /// <param name="document">What was found in it; null when it was refused.</param>
    public void Add(string path, string outcome, ImportedDocument? document)
    {
        var readings = document?.Readings ?? [];
        rows.Add(new Row(
            Path.GetFileName(path),
            outcome,
            readings.Count,
            readings.Sum(reading => reading.Blocks.Count(block => block.Kind is not (BlockKind.Heading or BlockKind.Rule))),
            readings.Sum(reading => reading.Footnotes.Count),
            readings.Sum(reading => reading.Repairs.Count(repair => repair.Sureness == Sureness.ForReview))));
    }

    public override string ToString()
    {
        if (rows.Count == 0)
            return "There was no file to import.";

        var width = Math.Clamp(rows.Max(row => row.File.Length), 4, WidestName);
        var table = new StringBuilder().AppendLine().AppendLine(CultureInfo.CurrentCulture, $"{"File".PadRight(width)}  {"Outcome",-14}  Readings  Paragraphs  Notes  To review");
        foreach (var row in rows)
            table.AppendLine(CultureInfo.CurrentCulture, $"{Short(row.File, width).PadRight(width)}  {row.Outcome,-14}  {row.Readings,8:N0}  {row.Paragraphs,10:N0}  {row.Notes,5:N0}  {row.ToReview,9:N0}");
        var outcome = rows.Exists(row => row.Outcome == "readable") ? "read, nothing stored" : "imported";
        return table.Append(CultureInfo.CurrentCulture, $"{rows.Count(row => row.Readings > 0):N0} of {rows.Count:N0} files {outcome}, {rows.Sum(row => row.Readings):N0} readings.").ToString();
    }

    private static string Short(string name, int width) => name.Length <= width ? name : string.Concat(name.AsSpan(0, width - 1), "…");

    private sealed record Row(string File, string Outcome, int Readings, int Paragraphs, int Notes, int ToReview);
}
