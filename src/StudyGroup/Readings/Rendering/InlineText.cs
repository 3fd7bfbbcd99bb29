using System.Text;

namespace StudyGroup.Readings.Rendering;

/// <summary>One stretch of words twice: as the page shows it, and as the plain text that offsets count in.</summary>
public sealed record RenderedInline(string Html, string Text);

/// <summary>Inline Markdown of a block or a note as safe HTML. The text is exactly what the page's element holds without what is marked data-aside.</summary>
public static class InlineText
{
    /// <summary>References to labels that are not among <paramref name="footnoteLabels"/> are shown, but lead nowhere.</summary>
    public static RenderedInline Render(string markdown, IReadOnlySet<string> footnoteLabels) =>
        Render(markdown, new NoteReferences(footnoteLabels), keepLines: false);

    internal static RenderedInline Render(string markdown, NoteReferences notes, bool keepLines)
    {
        var output = new SafeOutput();
        Write(markdown, output, notes, keepLines);
        return new RenderedInline(output.Html, output.Text);
    }

    internal static void Write(string markdown, SafeOutput output, NoteReferences notes, bool keepLines)
    {
        var source = Lines(markdown, keepLines);
        if (InlineMarkdown.Read(source) is { } tree)
            new ReadingInlineSerializer(output, source, keepLines, notes).Children(tree);
        else
            output.Words(source);
    }

    // Blanks at the edges of lines are the exporter's; two at a line's end are Markdown's line break. Verse keeps its indents.
    private static string Lines(string markdown, bool keepLines)
    {
        var lines = new StringBuilder(markdown.Length);
        foreach (var line in markdown.ReplaceLineEndings("\n").Trim('\n').Split('\n'))
        {
            if (keepLines)
                lines.Append(Indent(line));
            lines.Append(line.AsSpan().Trim(" \t"));
            if (!keepLines && line.EndsWith("  ", StringComparison.Ordinal))
                lines.Append("  ");
            lines.Append('\n');
        }

        return lines.ToString().TrimEnd(' ', '\n');
    }

    private static string Indent(string line)
    {
        var width = 0;
        foreach (var character in line.AsSpan(0, line.Length - line.AsSpan().TrimStart(" \t").Length))
            width += character == '\t' ? 4 : 1;
        return new string('\u00A0', width);
    }
}
