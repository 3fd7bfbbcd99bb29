using AngleSharp.Dom;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>Tables of data become tables; tables that only lay out a page are walked through.</summary>
internal sealed class TableWalk(BlockWalk walk, PageContext context)
{
    private const int MostColumns = 40;
    private const int LongestCell = 600;

    public void Write(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table).ToList();
        foreach (var note in rows.Where(row => context.Notes.NoteIn(row) is not null))
            walk.Walk(note);
        rows.RemoveAll(row => context.Notes.NoteIn(row) is not null);
        if (rows.Count == 0 && table.QuerySelector("tr") is not null)
            return;
        if (IsLayout(table, rows))
        {
            walk.Content(table);
            return;
        }

        if (table.QuerySelector("caption") is { } caption)
            context.Sheet.Add(null, InlineWalk.Write(context, caption.ChildNodes, keepsLines: false).Markdown);
        var lines = new List<string>();
        for (var index = 0; index < rows.Count; index++)
        {
            var cells = rows[index].Children.Where(cell => Elements.Is(cell, "td", "th")).ToList();
            lines.Add(Row(cells));
            var isHead = index == 0 && (rows[0].ParentElement is { LocalName: "thead" } || cells.TrueForAll(cell => Elements.Is(cell, "th")));
            if (isHead)
                lines.Add("|" + string.Concat(Enumerable.Repeat(" --- |", Math.Max(1, cells.Sum(Span)))));
        }

        context.Sheet.Add(BlockKind.Table, string.Join('\n', lines.Where(line => line.Trim(' ', '|').Length > 0)));
    }

    private static bool IsLayout(IElement table, List<IElement> rows)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.QuerySelector("table,h1,h2,h3,h4,ul,ol,blockquote,pre") is not null)
            return true;
        var cells = rows.SelectMany(row => row.Children).ToList();
        return rows.Count == 0 || rows.TrueForAll(row => row.ChildElementCount < 2) || cells.Exists(cell => cell.TextContent.Length > LongestCell || cell.QuerySelectorAll("p").Length > 2);
    }

    private string Row(List<IElement> cells)
    {
        var words = cells.Take(MostColumns).SelectMany(cell => Enumerable.Repeat("", Span(cell) - 1).Prepend(Words(cell)));
        return "| " + string.Join(" | ", words) + " |";
    }

    private string Words(IElement cell) => InlineWalk.Write(context, cell.ChildNodes, keepsLines: false).Markdown.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');

    private static int Span(IElement cell) => int.TryParse(cell.GetAttribute("colspan"), out var span) ? Math.Clamp(span, 1, MostColumns) : 1;
}
