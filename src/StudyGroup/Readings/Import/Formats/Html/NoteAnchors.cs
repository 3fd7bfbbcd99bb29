using AngleSharp.Dom;
using StudyGroup.Readings.Import.Formats.Archives;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>One page, with the name it goes by within its book.</summary>
internal sealed record Page(string Path, IElement Root, PageMap Map);

/// <summary>The notes of a page or a book, known by the links that lead to them and back. Their labels are unique.</summary>
internal sealed class NoteAnchors
{
    private readonly Dictionary<IElement, string> labelOfNote = [];
    private readonly Dictionary<IElement, string> labelOfMark = [];
    private readonly Dictionary<IElement, IReadOnlyList<IElement>> more = [];
    private readonly HashSet<IElement> backLinks = [];
    private readonly HashSet<IElement> taken = [];

    private NoteAnchors()
    {
    }

    public static NoteAnchors In(IReadOnlyList<Page> pages)
    {
        var anchors = new NoteAnchors();
        var places = Places(pages);
        var found = new List<(IElement Mark, IElement Note, string Label, int Order)>();
        var order = 0;
        foreach (var page in pages)
        {
            foreach (var link in page.Root.Descendants<IElement>())
            {
                order++;

                // A link that leads up the page is the way back from a note.
                if (Elements.Is(link, "a") && link.HasAttribute("href") && NoteMarkup.LabelOf(link) is { } label && Target(page, link, places) is { } target && target.Order > order
                    && NoteMarkup.NoteAt(target.Element, link, label) is { } note)
                    found.Add((link, note, label, target.Order));
            }
        }

        anchors.Number(found);
        anchors.FindBackLinks(pages, places);
        return anchors;
    }

    /// <summary>The label of the note that this link marks, or null.</summary>
    public string? MarkedBy(IElement link) => labelOfMark.GetValueOrDefault(link);

    /// <summary>The label of the note that this element is, or null.</summary>
    public string? NoteIn(IElement element) => labelOfNote.GetValueOrDefault(element);

    /// <summary>Whether the element leads from a note back to its mark.</summary>
    public bool IsBackLink(IElement element) => backLinks.Contains(element);

    /// <summary>The paragraphs behind a note's own that belong to it.</summary>
    public IReadOnlyList<IElement> FurtherParagraphs(IElement note) => more.GetValueOrDefault(note, []);

    public bool IsFurtherParagraph(IElement element) => taken.Contains(element);

    private static Dictionary<string, (IElement Element, int Order)> Places(IReadOnlyList<Page> pages)
    {
        var places = new Dictionary<string, (IElement, int)>(StringComparer.Ordinal);
        var order = 0;
        foreach (var page in pages)
        {
            foreach (var element in page.Root.Descendants<IElement>())
            {
                order++;
                if (element.Id is { Length: > 0 } id)
                    places.TryAdd($"{page.Path}#{id}", (element, order));
                if (Elements.Is(element, "a") && element.GetAttribute("name") is { Length: > 0 } name)
                    places.TryAdd($"{page.Path}#{name}", (element, order));
            }
        }

        return places;
    }

    private static (IElement Element, int Order)? Target(Page page, IElement link, Dictionary<string, (IElement Element, int Order)> places)
    {
        var address = link.GetAttribute("href") ?? "";
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0 || hash == address.Length - 1 || ArchivePath.Resolve(page.Path, address) is not { } path)
            return null;
        var id = address[(hash + 1)..];
        return places.TryGetValue($"{path}#{id}", out var place) || places.TryGetValue($"{path}#{Uri.UnescapeDataString(id)}", out place) ? place : null;
    }

    // A number that comes again, as in the next chapter, is told from the first one by a second number.
    private void Number(List<(IElement Mark, IElement Note, string Label, int Order)> found)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var note in found.GroupBy(entry => entry.Note).OrderBy(group => group.Min(entry => entry.Order)))
        {
            var printed = note.First().Label;
            var time = times[printed] = times.GetValueOrDefault(printed) + 1;
            var label = time == 1 ? printed : $"{printed}-{time}";
            labelOfNote[note.Key] = label;
            foreach (var entry in note)
                labelOfMark[entry.Mark] = label;
        }

        foreach (var note in labelOfNote.Keys.Where(note => Elements.Is(note, "p")))
        {
            var further = NoteMarkup.Further(note, labelOfNote.ContainsKey);
            more[note] = further;
            taken.UnionWith(further);
        }
    }

    private void FindBackLinks(IReadOnlyList<Page> pages, Dictionary<string, (IElement Element, int Order)> places)
    {
        var pageOf = pages.ToDictionary(page => page.Root, page => page);
        foreach (var note in labelOfNote.Keys)
        {
            var page = note.Ancestors<IElement>().Select(outer => pageOf.GetValueOrDefault(outer)).FirstOrDefault(found => found is not null);
            foreach (var link in note.Descendants<IElement>().Concat(FurtherParagraphs(note).SelectMany(further => further.Descendants<IElement>())).Where(element => Elements.Is(element, "a") && element.HasAttribute("href")))
            {
                if (page is not null && (NoteMarkup.IsReturn(link) || (Target(page, link, places) is { } target && LeadsToMark(target.Element))))
                    backLinks.Add(link);
            }
        }
    }

    private bool LeadsToMark(IElement target) =>
        labelOfMark.ContainsKey(target) || target.Descendants<IElement>().Take(4).Any(labelOfMark.ContainsKey) || target.Ancestors<IElement>().Take(2).Any(labelOfMark.ContainsKey)
        || (target.NextElementSibling is { } next && labelOfMark.ContainsKey(next) && target.TextContent.Length == 0);
}
