using System.Globalization;
using System.Xml.Linq;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Docx;

/// <summary>Footnotes and endnotes, under the numbers that Word prints: footnotes 1, 2, 3, endnotes i, ii, iii beside them, or 1, 2, 3 alone.</summary>
internal sealed class DocxNotes
{
    private readonly Dictionary<string, XElement> footnotes;
    private readonly Dictionary<string, XElement> endnotes;
    private readonly Dictionary<(string Kind, string Id), string> labels = [];
    private readonly List<(string Label, XElement Words)> order = [];
    private int footnoteCount;
    private int endnoteCount;

    public DocxNotes(DocxPackage package)
    {
        footnotes = Read(package.Footnotes, "footnote");
        endnotes = Read(package.Endnotes, "endnote");
    }

    /// <summary>The label of the note that a reference means; null when there is no such note.</summary>
    public string? LabelOf(XElement reference, string? printed)
    {
        var kind = reference.Name.LocalName == "footnoteReference" ? "footnote" : "endnote";
        if (reference.Value("id") is not { } id || !(kind == "footnote" ? footnotes : endnotes).TryGetValue(id, out var words))
            return null;
        if (labels.TryGetValue((kind, id), out var known))
            return known;
        var label = printed ?? (kind == "footnote" ? Number(++footnoteCount) : footnotes.Count == 0 ? Number(++endnoteCount) : RomanNumber.Of(++endnoteCount).ToLowerInvariant());
        labels[(kind, id)] = label;
        order.Add((label, words));
        return label;
    }

    public void Write(SheetWriter sheet, DocxBlocks blocks)
    {
        // A note may refer to another one, which is added behind it.
        for (var index = 0; index < order.Count; index++)
        {
            var parts = order[index].Words.Elements().Where(element => element.Name.LocalName == "p").Select(blocks.Inline).Where(words => words.Length > 0);
            sheet.Add(new Piece(string.Join(' ', parts), 0, 0) { NoteLabel = order[index].Label, IsMarked = true });
        }
    }

    private static Dictionary<string, XElement> Read(XElement? part, string name) => part is null ? [] : part.Elements()
        .Where(note => note.Name.LocalName == name && note.Value("id") is not null && note.Value("type") is null or "normal")
        .DistinctBy(note => note.Value("id")).ToDictionary(note => note.Value("id") ?? "", note => note, StringComparer.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
