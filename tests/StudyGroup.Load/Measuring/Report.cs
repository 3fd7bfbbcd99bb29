using System.Globalization;

namespace StudyGroup.Load.Measuring;

/// <summary>The rows as one table for people.</summary>
internal static class Report
{
    private static readonly string[] Head = ["what", "measured", "must", "aim", "baseline of this run", "reference", "ratio", "met?"];

    public static void Write(TextWriter writer, IReadOnlyList<Row> rows)
    {
        var lines = rows.Select(Cells).Prepend(Head).ToArray();
        var widths = Enumerable.Range(0, Head.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        foreach (var (line, number) in lines.Select((line, number) => (line, number)))
        {
            writer.WriteLine("| " + string.Join(" | ", line.Select((cell, column) => cell.PadRight(widths[column]))) + " |");
            if (number == 0)
                writer.WriteLine("|" + string.Join('|', widths.Select(width => new string('-', width + 2))) + "|");
        }

        writer.WriteLine();
        foreach (var row in rows.Where(row => row.Detail.Length > 0 || row.Fault is not null))
            writer.WriteLine($"  {row.Id}: {row.Detail}{(row.Fault is null ? "" : $" FAULT: {row.Fault}")}");
        foreach (var baseline in rows.Select(row => row.Baseline).OfType<Baseline>().DistinctBy(baseline => baseline.What))
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  baseline {baseline.What}: reference {baseline.Reference:#,0.##} from {baseline.Source}"));
    }

    public static string Of(Verdict verdict, bool isFullSize) => verdict switch
    {
        Verdict.Aim => "aim",
        Verdict.Must => "must",
        Verdict.Ratio => "must, by ratio",
        Verdict.Missed => "MISSED",
    } + (isFullSize || verdict == Verdict.Missed ? "" : " (small run)");

    private static string[] Cells(Row row) =>
    [
        row.What,
        $"{Number(row.Measured)} {row.Target.Unit}",
        Number(row.Target.Must),
        Number(row.Target.Aim),
        row.Baseline is { } baseline ? $"{Number(baseline.Measured)} {baseline.What}" : "-",
        row.Baseline is { } reference ? Number(reference.Reference) : "-",
        row.Ratio is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "-",
        Of(row.Verdict, row.IsFullSize),
    ];

    private static string Number(double number) => number switch
    {
        double.NaN => "nothing",
        >= 100 => number.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => number.ToString("0.#", CultureInfo.InvariantCulture),
        _ => number.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
