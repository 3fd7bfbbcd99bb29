namespace StudyGroup.Readings.Rendering;

/// <summary>Writes a table so that its text has a tab between two cells and a line end between two rows, in the page as in the plain text.</summary>
internal static class TableSerializer
{
    public static void Write(PipeTable table, SafeOutput output, NoteReferences notes)
    {
        output.Markup("<div class=\"table-scroll\"><table>");
        if (table.Head is { } head)
        {
            output.Markup("<thead>");
            Row(table, head, "th", output, notes);
            output.Markup("</thead>");
        }

        if (table.Rows.Count > 0)
        {
            output.Markup("<tbody>");
            for (var index = 0; index < table.Rows.Count; index++)
            {
                if (index > 0 || table.Head is not null)
                    output.Words("\n");
                Row(table, table.Rows[index], "td", output, notes);
            }

            output.Markup("</tbody>");
        }

        output.Markup("</table></div>");
    }

    private static void Row(PipeTable table, IReadOnlyList<string> cells, string element, SafeOutput output, NoteReferences notes)
    {
        output.Markup("<tr>");
        for (var column = 0; column < cells.Count; column++)
        {
            if (column > 0)
                output.Words("\t");
            output.Markup("<" + element + ClassOf(table.AlignmentOf(column)) + ">");
            InlineText.Write(cells[column], output, notes, keepLines: false);
            output.Markup("</" + element + ">");
        }

        output.Markup("</tr>");
    }

    private static string ClassOf(ColumnAlignment alignment) => alignment switch
    {
        ColumnAlignment.Center => " class=\"center\"",
        ColumnAlignment.End => " class=\"end\"",
        _ => "",
    };
}
