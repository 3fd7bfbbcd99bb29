using AngleSharp.Dom;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>What the walk over a page needs to know beside the element it stands at.</summary>
/// <param name="Sheet">Where blocks are written.</param>
/// <param name="Map">Which elements are no part of the text.</param>
/// <param name="Notes">Which are notes, and which lead to them.</param>
/// <param name="Links">Where its pictures are, and where its links lead.</param>
internal sealed record PageContext(SheetWriter Sheet, PageMap Map, NoteAnchors Notes, FigureSource Links)
{
    public bool IsSkipped(IElement element) => Map.IsJunk(element) || Notes.IsBackLink(element) || Notes.IsFurtherParagraph(element);
}
