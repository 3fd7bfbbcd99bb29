using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Boxes;
using StudyGroup.Readings.Import.Formats;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Source;

namespace StudyGroup.Readings.Import;

/// <summary>Takes out what is not the text: the library's wrapping, header fields, page furniture, boxes. What mark-up keeps apart needs less of it.</summary>
internal static class Clearing
{
    public static (List<Piece> Pieces, Metadata Known) Clear(SourceDocument document, Findings findings)
    {
        var (pieces, known) = (document.Pieces, document.Known);
        if (document.Format == SourceFormat.Markdown || pieces.Count == 0)
            return (pieces, known);

        var (text, before) = Wrapping.Remove(pieces, findings);
        var (rest, fields) = before.Count > 0 ? (text, HeaderFields.Read(before)) : document.Format == SourceFormat.PlainText ? HeaderFields.Take(text, findings) : (text, Metadata.None);
        var contents = known == Metadata.None ? fields : known.FilledFrom(fields);
        if (document.Format == SourceFormat.Marked)
            return (ContentsList.SetAside(rest, findings), contents);
        return (Advertisements.SetAside(ContentsList.SetAside(PageFurniture.SetAside(rest, findings), findings), findings), contents);
    }
}
