using Markdig.Syntax.Inlines;

namespace StudyGroup.Readings.Rendering;

/// <summary>Inlines of a reading: beside the common ones, references to the text's own notes.</summary>
internal sealed class ReadingInlineSerializer(SafeOutput output, string source, bool keepLines, NoteReferences notes)
    : InlineSerializer(output, source, keepLines)
{
    protected override bool Own(Inline node)
    {
        if (node is not FootnoteReference reference)
            return false;

        Output.Markup("<sup class=\"fn\" data-aside>");
        Output.BeginAside();
        if (!InsideLink && notes.Next(reference.Label) is { } occurrence)
            Link(reference.Label, occurrence);
        else
            Output.Words(reference.Label);
        Output.EndAside();
        Output.Markup("</sup>");
        return true;
    }

    private void Link(string label, int occurrence)
    {
        Output.Markup("<a");
        Output.Attribute("href", "#" + NoteReferences.NoteId(label));
        Output.Attribute("id", NoteReferences.ReferenceId(label, occurrence));
        Output.Attribute("role", "doc-noteref");
        Output.Attribute("aria-label", RenderingTexts.Footnote(label));
        Output.Markup(">");
        Output.Words(label);
        Output.Markup("</a>");
    }
}
