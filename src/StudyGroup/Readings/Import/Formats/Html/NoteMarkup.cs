using AngleSharp.Dom;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>How pages write a mark in the text and the note it leads to.</summary>
internal static class NoteMarkup
{
    private const int LongestNote = 8_000;
    private const int LongestLabel = 12;

    private static readonly HashSet<string> Marks = Elements.Words("noteref footnoteref fnref fnanchor footnoteanchor ftnref ednref sdfootnoteanc sdendnoteanc reference");
    private static readonly HashSet<string> Notes = Elements.Words("footnote footnotes endnote endnotes rearnote rearnotes note fn sdfootnote sdendnote");
    private static readonly HashSet<string> Returns = Elements.Words("backlink back footnotebacklink fnback reversefootnote backref");

    /// <summary>The label of a link that could be a mark, or null.</summary>
    public static string? LabelOf(IElement link)
    {
        var text = link.TextContent.Trim();
        if (text.Length is 0 or > LongestLabel)
            return null;
        var label = text.Trim('[', ']', '(', ')', '{', '}', ' ', '.', ':').Normalize(System.Text.NormalizationForm.FormKC);
        foreach (var word in (ReadOnlySpan<string>)["footnote ", "note ", "fn ", "anm. "])
            label = label.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? label[word.Length..] : label;
        if (label.Length == 0 || label.Contains(' '))
            return null;
        var isLabel = (label.Length <= 4 && label.All(char.IsAsciiDigit)) || label is [var one] && (char.IsAsciiLetter(one) || "*†‡§¶#".Contains(one)) || label.Trim('*').Length == 0
            || (label.Length <= 6 && label.All(char.IsAsciiLetterLower) && RomanNumber.Value(label) is not null);
        return isLabel || IsMarked(link) ? label : null;
    }

    /// <summary>The element that is the note at the target of a mark, or null when the link leads to anything else.</summary>
    public static IElement? NoteAt(IElement target, IElement mark, string label)
    {
        var note = Container(target);
        if (note is null || Elements.HeadingLevel(note) > 0 || note.Contains(mark) || note.TextContent.Length > LongestNote)
            return null;
        var words = note.TextContent.AsSpan().TrimStart(" \n\t\r\u00A0[({^↑↩");
        var isLabelled = words.StartsWith(label, StringComparison.Ordinal) && (words.Length == label.Length || !char.IsLetterOrDigit(words[label.Length]));
        isLabelled |= Printed(target) == label || (note.FirstElementChild is { } first && Printed(first) == label);
        return isLabelled || IsMarked(mark) || Elements.IsCalled(note, Notes) || HasReturn(note, mark) || IsNth(note, label) ? note : null;
    }

    public static bool IsReturn(IElement link) =>
        Elements.IsCalled(link, Returns) || link.GetAttribute("role") == "doc-backlink" || link.GetAttribute("rev") == "footnote" || link.TextContent.Trim().TrimEnd('\uFE0E') is "↩" or "↑" or "↵" or "⏎" or "^" or "⤴" or "↥" or "«";

    /// <summary>Paragraphs that follow a note's first one, up to the next note.</summary>
    public static IReadOnlyList<IElement> Further(IElement note, Func<IElement, bool> isNote)
    {
        var further = new List<IElement>();
        for (var next = note.NextElementSibling; next is not null && Elements.Is(next, "p"); next = next.NextElementSibling)
        {
            if (isNote(next) || next.Descendants<IElement>().Any(isNote))
                return further;
            further.Add(next);
        }

        // Behind the last note the text may go on, unless these paragraphs are called notes too.
        return [.. further.TakeWhile(paragraph => Elements.IsCalled(paragraph, Notes) || (note.ParentElement is { } parent && Elements.IsCalled(parent, Notes)))];
    }

    private static string Printed(IElement element) => element.TextContent.Length > LongestLabel + 8 ? "" : element.TextContent.Trim(' ', '\n', '\t', '[', ']', '(', ')', '.', ':', '\u00A0');

    private static bool IsMarked(IElement link) =>
        link.GetAttribute("epub:type") == "noteref" || link.GetAttribute("role") == "doc-noteref" || Elements.IsCalled(link, Marks) || (link.ParentElement is { } parent && Elements.Is(parent, "sup") && Elements.IsCalled(parent, Marks));

    private static IElement? Container(IElement target)
    {
        for (var element = target; element is not null && !Elements.Is(element, "body", "article", "main"); element = element.ParentElement)
        {
            if (Elements.Is(element, "li", "dd", "aside", "p", "tr", "h1", "h2", "h3", "h4", "h5", "h6") || (Elements.Is(element, "div", "section") && (element == target || Elements.IsCalled(element, Notes))))
                return element is { LocalName: "p", ParentElement: { LocalName: "li" or "dd" or "aside" } item } || IsNoteDivision(element.ParentElement, element) ? element.ParentElement : element;
            if (Elements.Is(element, "dt"))
                return element.NextElementSibling is { LocalName: "dd" } words ? words : element;
        }

        return null;
    }

    // One division for each note, with the label beside or within its first paragraph.
    private static bool IsNoteDivision(IElement? parent, IElement element) =>
        parent is not null && Elements.Is(parent, "div") && Elements.IsCalled(parent, Notes) && parent.FirstElementChild == element && parent.Children.Count(child => child.QuerySelector("[id]") is not null || child.Id is not null) <= 1;

    private static bool HasReturn(IElement note, IElement mark)
    {
        var ids = mark.Ancestors<IElement>().Take(2).Prepend(mark).Select(element => element.Id ?? element.GetAttribute("name")).OfType<string>().Where(id => id.Length > 0).Select(id => "#" + id).ToList();
        return note.Descendants<IElement>().Any(link => Elements.Is(link, "a") && link.GetAttribute("href") is { } address && ids.Exists(id => address.EndsWith(id, StringComparison.Ordinal)));
    }

    private static bool IsNth(IElement note, string label) =>
        Elements.Is(note, "li") && note.ParentElement is { LocalName: "ol" } list && int.TryParse(label, out var number) && list.Children.Where(child => Elements.Is(child, "li")).ElementAtOrDefault(number - 1) == note;
}
