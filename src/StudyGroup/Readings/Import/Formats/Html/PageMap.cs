using AngleSharp.Dom;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>One walk over a page: which of its elements are no part of the text, and how much prose each of the others holds.</summary>
internal sealed class PageMap
{
    private const int ShortestParagraph = 40;

    private readonly HashSet<IElement> junk = [];
    private readonly Dictionary<IElement, int> prose = [];

    private readonly int wholeLength;

    public PageMap(IElement body)
    {
        wholeLength = body.TextContent.Length;
        Weigh(body);
    }

    public bool IsJunk(IElement element) => junk.Contains(element);

    public int Prose(IElement element) => prose.GetValueOrDefault(element);

    private int Weigh(IElement element)
    {
        if (Junk.Is(element, wholeLength))
        {
            junk.Add(element);
            return 0;
        }

        var sum = 0;
        var holdsBlocks = false;
        foreach (var child in element.Children)
        {
            sum += Weigh(child);
            holdsBlocks |= Elements.IsBlockName(child.LocalName);
        }

        if (!holdsBlocks && Elements.Is(element, "p", "pre", "blockquote", "li", "dd", "div") && element.TextContent.Length is >= ShortestParagraph and var length)
            sum = length;
        prose[element] = sum;
        return sum;
    }
}
