using StudyGroup.Readings.Import.Source;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>Tables: rows with upright strokes and a row of dashes, or rows whose cells a tab divides.</summary>
internal static class Tables
{
    private const int FewestTabbedRows = 3;

    public static Piece? ReadAt(SourceText source, int number, string line, SourceFormat format)
    {
        if (line.Contains('|') && number < source.LineCount && IsDashes(source.Raw(number + 1)))
            return Rows(source, number, row => row.Contains('|'), row => row.Trim());
        return format == SourceFormat.PlainText ? Tabbed(source, number) : null;
    }

    private static bool IsDashes(ReadOnlySpan<char> line) =>
        line.Contains('-') && line.Contains('|') && line.IndexOfAnyExcept("|-: \t") < 0;

    private static Piece? Tabbed(SourceText source, int number)
    {
        var tabs = Tabs(source.Raw(number));
        if (tabs == 0 || number + FewestTabbedRows - 1 > source.LineCount)
            return null;
        for (var row = number + 1; row < number + FewestTabbedRows; row++)
        {
            if (Tabs(source.Raw(row)) != tabs)
                return null;
        }

        return Rows(source, number, row => Tabs(row) == tabs, row => "| " + row.Trim().Replace("|", "\\|", StringComparison.Ordinal).Replace("\t", " | ", StringComparison.Ordinal) + " |");
    }

    private static int Tabs(ReadOnlySpan<char> line) => line.Trim().Count('\t');

    private static Piece Rows(SourceText source, int first, Func<string, bool> belongs, Func<string, string> written)
    {
        var rows = new List<string>();
        for (var number = first; number <= source.LineCount && source.Raw(number).ToString() is var raw && belongs(raw); number++)
            rows.Add(LetterFolding.Fold(written(raw)));
        return new Piece(string.Join('\n', rows), first, first + rows.Count - 1) { Kind = BlockKind.Table, IsMarked = true };
    }
}
