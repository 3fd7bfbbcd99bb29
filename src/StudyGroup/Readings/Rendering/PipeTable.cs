namespace StudyGroup.Readings.Rendering;

/// <summary>How the cells of a column stand.</summary>
internal enum ColumnAlignment
{
    Start,
    Center,
    End,
}

/// <summary>A table written with upright strokes between the cells; a second row of dashes makes the first one a row of headings.</summary>
internal sealed record PipeTable(IReadOnlyList<string>? Head, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<ColumnAlignment> Alignments)
{
    public ColumnAlignment AlignmentOf(int column) => column < Alignments.Count ? Alignments[column] : ColumnAlignment.Start;

    public static PipeTable Read(string markdown)
    {
        var rows = markdown.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Cells).ToList();
        return rows.Count > 1 && rows[1].Count > 0 && rows[1].All(IsDashes)
            ? new PipeTable(rows[0], rows[2..], [.. rows[1].Select(AlignmentOf)])
            : new PipeTable(null, rows, []);
    }

    private static bool IsDashes(string cell) =>
        cell.Trim(':').Length > 0 && cell.AsSpan().Trim(':').IndexOfAnyExcept('-') < 0;

    private static ColumnAlignment AlignmentOf(string dashes) => (dashes.StartsWith(':'), dashes.EndsWith(':')) switch
    {
        (true, true) => ColumnAlignment.Center,
        (false, true) => ColumnAlignment.End,
        _ => ColumnAlignment.Start,
    };

    private static List<string> Cells(string row)
    {
        var cells = new List<string>();
        var start = row.StartsWith('|') ? 1 : 0;
        for (var index = start; index < row.Length; index++)
        {
            if (row[index] == '\\')
                index++;
            else if (row[index] == '|')
            {
                cells.Add(Cell(row[start..index]));
                start = index + 1;
            }
        }

        if (start < row.Length)
            cells.Add(Cell(row[start..]));
        return cells;
    }

    private static string Cell(string words) => words.Trim().Replace("\\|", "|", StringComparison.Ordinal);
}
