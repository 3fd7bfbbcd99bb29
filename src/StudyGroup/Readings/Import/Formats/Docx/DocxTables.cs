using System.Xml.Linq;

namespace StudyGroup.Readings.Import.Formats.Docx;

/// <summary>Tables of a Word document; one with a single column only frames its paragraphs.</summary>
internal sealed class DocxTables(DocxBlocks blocks, SheetWriter sheet)
{
    private const int MostColumns = 40;
    private const int LongestCell = 1_200;

    public void Write(XElement table, CancellationToken cancellationToken)
    {
        var rows = table.Elements().Where(row => row.Name.LocalName == "tr").Select(Cells).ToList();
        if (rows.TrueForAll(cells => cells.Count < 2) || rows.Exists(cells => cells.Exists(cell => cell.Named("tbl").Any() || cell.Named("t").Sum(text => text.Value.Length) > LongestCell)))
        {
            foreach (var cell in rows.SelectMany(cells => cells))
                blocks.Write(cell, cancellationToken);
            return;
        }

        var lines = new List<string>();
        foreach (var cells in rows)
        {
            lines.Add("| " + string.Join(" | ", cells.Take(MostColumns).SelectMany(cell => Enumerable.Repeat("", Span(cell) - 1).Prepend(Words(cell)))) + " |");
            if (lines.Count == 1 && IsHead(table, cells))
                lines.Add("|" + string.Concat(Enumerable.Repeat(" --- |", cells.Sum(Span))));
        }

        sheet.Add(BlockKind.Table, string.Join('\n', lines.Where(line => line.Trim(' ', '|').Length > 0)));
    }

    private static List<XElement> Cells(XElement row) => [.. row.Elements().Where(cell => cell.Name.LocalName == "tc")];

    private string Words(XElement cell) => cell.Child("tcPr").Child("vMerge") is { } merged && merged.Value("val") != "restart" ? ""
        : string.Join(' ', cell.Elements().Where(paragraph => paragraph.Name.LocalName == "p").Select(blocks.Inline)).Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ').Trim();

    private static int Span(XElement cell) => int.TryParse(cell.Child("tcPr").Child("gridSpan").Value("val"), out var span) ? Math.Clamp(span, 1, MostColumns) : 1;

    private static bool IsHead(XElement table, List<XElement> cells) =>
        table.Named("tr").First().Child("trPr").Child("tblHeader") is not null
        || cells.TrueForAll(cell => cell.Named("r").Where(run => run.Named("t").Any()).All(run => run.Child("rPr").Child("b") is not null) && cell.Named("t").Any());
}
