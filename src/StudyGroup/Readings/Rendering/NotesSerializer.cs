namespace StudyGroup.Readings.Rendering;

/// <summary>Writes the notes behind the text, each under its printed label and with the way back to every place that refers to it.</summary>
internal sealed class NotesSerializer(SafeOutput output, NoteReferences notes)
{
    // Keys of blocks hold no underscore, so this id is never one of them.
    private const string HeadingId = "_notes";

    public void Write(IReadOnlyList<Footnote> footnotes)
    {
        if (footnotes.Count == 0)
            return;
        output.BeginAside();
        output.Markup("\n<section class=\"notes\" role=\"doc-endnotes\"");
        output.Attribute("aria-labelledby", HeadingId);
        output.Markup("><h2");
        output.Attribute("id", HeadingId);
        output.Markup(">");
        output.Words(RenderingTexts.Notes);
        output.Markup("</h2>\n<div role=\"list\">");
        foreach (var note in footnotes.DistinctBy(note => note.Label))
            Note(note);
        output.Markup("\n</div></section>");
        output.EndAside();
    }

    private void Note(Footnote note)
    {
        output.Markup("\n<div class=\"note\" role=\"listitem\"");
        output.Attribute("id", NoteReferences.NoteId(note.Label));
        output.Markup("><span class=\"label\">");
        output.Words(note.Label + " ");
        output.Markup("</span><span class=\"words\">");
        InlineText.Write(note.Markdown, output, notes, keepLines: false);
        output.Markup("</span>");
        for (var occurrence = 1; occurrence <= notes.CountOf(note.Label); occurrence++)
            Back(note.Label, occurrence);
        output.Markup("</div>");
    }

    private void Back(string label, int occurrence)
    {
        output.Words(" ");
        output.Markup("<a class=\"back\" role=\"doc-backlink\"");
        output.Attribute("href", "#" + NoteReferences.ReferenceId(label, occurrence));
        output.Attribute("aria-label", RenderingTexts.BackToText(label));
        output.Markup(">");
        output.Words("\u21A9\uFE0E");
        output.Markup("</a>");
    }
}
