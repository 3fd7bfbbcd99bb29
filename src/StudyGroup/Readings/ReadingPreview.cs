using StudyGroup.Readings.Editions;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Readings;

/// <summary>Shows an imported text as its reading page would, before anything is stored.</summary>
public static class ReadingPreview
{
    /// <summary>The same HTML that the edition will have; the keys of the blocks are their places, counted from 1 behind a <c>b</c>.</summary>
    /// <param name="draft">The text.</param>
    /// <param name="pictures">The address under which the page finds its pictures by their hashes.</param>
    public static EditionPage Of(ReadingDraft draft, string pictures)
    {
        var blocks = new DraftedText(draft).ToBlocks(Guid.Empty, 1, before: null, keys: []);
        var notes = draft.Footnotes.Select((note, position) => new Footnote { EditionId = Guid.Empty, Position = position, Label = note.Label, Markdown = note.Markdown });
        var rendered = EditionRenderer.Render(new EditionText(blocks, [.. notes], draft.Language) { Pictures = pictures });
        return new EditionPage(rendered.Html, rendered.Contents, [.. blocks.Select(block => new BlockAddress(block.Key, block.Number))]);
    }
}
