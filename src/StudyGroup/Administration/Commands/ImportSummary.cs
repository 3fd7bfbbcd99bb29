using System.Globalization;
using System.Text;
using StudyGroup.Groups;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Commands;

/// <summary>What became of each file, as a table at the end of an import.</summary>
internal sealed class ImportSummary
{
    private readonly List<(string File, string Outcome, int Readings, int Paragraphs)> rows = [];

    /// <summary>Whether there were files at all and every one of them was imported.</summary>
    public bool IsComplete => rows.Count > 0 && rows.TrueForAll(row => row.Readings > 0);

    public void Add(string path, Result<IReadOnlyList<ImportedReading>> imported)
    {
        var name = Path.GetFileName(path);
        rows.Add(imported.Succeeded
            ? (name, imported.Value.All(reading => reading.As == ImportedAs.NewEdition) ? "new edition" : "imported", imported.Value.Count, imported.Value.Sum(reading => reading.Paragraphs))
            : (name, imported.Error.Code == "already-imported" ? "known already" : "not imported", 0, 0));
    }

    public override string ToString()
    {
        if (rows.Count == 0)
            return "There was no file to import.";

        var width = Math.Clamp(rows.Max(row => row.File.Length), 4, 60);
        var table = new StringBuilder().AppendLine().AppendLine(CultureInfo.CurrentCulture, $"{"File".PadRight(width)}  {"Outcome",-13}  Readings  Paragraphs");
        foreach (var row in rows)
            table.AppendLine(CultureInfo.CurrentCulture, $"{row.File.PadRight(width)}  {row.Outcome,-13}  {row.Readings,8:N0}  {row.Paragraphs,10:N0}");
        return table.Append(CultureInfo.CurrentCulture, $"{rows.Count(row => row.Readings > 0):N0} of {rows.Count:N0} files imported, {rows.Sum(row => row.Readings):N0} readings.").ToString();
    }
}
