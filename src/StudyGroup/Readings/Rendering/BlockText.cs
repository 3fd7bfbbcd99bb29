namespace StudyGroup.Readings.Rendering;

/// <summary>The words of a block, without what stands around them (¶ number, printed label, element).</summary>
public static class BlockText
{
    /// <summary>The plain text of a block as every page will show it; offsets of passages count in it.</summary>
    public static string PlainOf(BlockKind kind, string markdown)
    {
        var output = new SafeOutput();
        Write(kind, markdown, output, new NoteReferences([]));
        return output.Text;
    }

    /// <param name="kind">What the block is.</param>
    /// <param name="markdown">Its inline Markdown.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="notes">The notes of the text.</param>
    /// <param name="pictures">The address under which pages find its pictures; none where only the words are asked for.</param>
    internal static void Write(BlockKind kind, string markdown, SafeOutput output, NoteReferences notes, string pictures = "")
    {
        switch (kind)
        {
            case BlockKind.Rule:
                break;
            case BlockKind.Code:
                Code(markdown, output);
                break;
            case BlockKind.Table:
                TableSerializer.Write(PipeTable.Read(markdown), output, notes);
                break;
            case BlockKind.Figure:
                FigureSerializer.Write(markdown, pictures, output, notes);
                break;
            case BlockKind.Heading or BlockKind.Paragraph or BlockKind.Quote or BlockKind.Thesis or BlockKind.ListItem or BlockKind.Verse:
                InlineText.Write(markdown, output, notes, keepLines: kind == BlockKind.Verse);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of block.");
        }
    }

    private static void Code(string lines, SafeOutput output)
    {
        output.Markup("<pre><code>");
        output.Words(lines.ReplaceLineEndings("\n").Trim('\n'));
        output.Markup("</code></pre>");
    }
}
