using System.Globalization;
using AngleSharp.Dom;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>Lists, with the numbers and letters that a browser would print. A list of links to places of the page is its contents.</summary>
internal sealed class ListWalk(BlockWalk walk, PageContext context)
{
    private const int FewestLinks = 3;
    private const int MostWordsBesideLinks = 30;

    public void Write(IElement list, int level)
    {
        if (IsContents(list))
        {
            context.Sheet.Aside(string.Join('\n', list.QuerySelectorAll("li").Select(item => item.TextContent.Trim())), "Printed contents");
            return;
        }

        var number = int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;
        foreach (var child in list.Children)
        {
            if (context.IsSkipped(child))
                continue;
            if (context.Notes.NoteIn(child) is not null)
                walk.Walk(child);
            else if (Elements.Is(child, "li"))
                Item(child, Elements.Is(list, "ol") ? Label(list.GetAttribute("type"), int.TryParse(child.GetAttribute("value"), out var given) ? number = given : number) : null, level);
            else if (Elements.Is(child, "ul", "ol"))
                Write(child, level + 1);
            else if (Elements.Is(child, "dt") && child.NextElementSibling is { } words && context.Notes.NoteIn(words) is not null)
                continue;
            else if (Elements.Is(child, "dt"))
                Term(child);
            else if (Elements.Is(child, "dd"))
                Item(child, null, level);
            else
                walk.Walk(child);
            number++;
        }
    }

    private void Item(IElement item, string? label, int level)
    {
        var first = new List<INode>();
        var rest = new List<IElement>();
        foreach (var child in item.ChildNodes)
        {
            var isOwn = rest.Count == 0 && (!Elements.IsBlock(child) || (first.TrueForAll(node => string.IsNullOrWhiteSpace(node.TextContent)) && child is IElement { LocalName: "p" or "div" or "span" } own && !own.Children.Any(Elements.IsBlock)));
            if (isOwn)
                first.Add(child);
            else if (child is IElement element)
                rest.Add(element);
            else if (!string.IsNullOrWhiteSpace(child.TextContent))
                walk.Paragraph([child]);
        }

        var (markdown, figures) = InlineWalk.Write(context, first);
        context.Sheet.Add(BlockKind.ListItem, markdown, level, label);
        foreach (var figure in figures)
            context.Sheet.Add(BlockKind.Figure, figure);
        foreach (var element in rest)
        {
            if (Elements.Is(element, "ul", "ol") && !context.IsSkipped(element))
                Write(element, level + 1);
            else
                walk.Walk(element);
        }
    }

    private void Term(IElement term)
    {
        var words = InlineWalk.Write(context, term.ChildNodes, keepsLines: false).Markdown;
        context.Sheet.Add(null, words.Length == 0 || words.Contains('*') ? words : $"**{words}**");
    }

    private static bool IsContents(IElement list)
    {
        var items = list.QuerySelectorAll("li").ToList();
        return items.Count >= FewestLinks && items.TrueForAll(item => item.QuerySelector("a[href]") is { } link && link.GetAttribute("href")?.Contains('#') == true
            && !(link.GetAttribute("href") ?? "").Contains("://", StringComparison.Ordinal) && item.TextContent.Length - link.TextContent.Length < MostWordsBesideLinks + item.QuerySelectorAll("li").Sum(inner => inner.TextContent.Length));
    }

    private static string Label(string? type, int number) => type switch
    {
        "a" when number is >= 1 and <= 26 => ((char)('a' + number - 1)).ToString(),
        "A" when number is >= 1 and <= 26 => ((char)('A' + number - 1)).ToString(),
        "i" when number is >= 1 and < 4_000 => RomanNumber.Of(number).ToLowerInvariant(),
        "I" when number is >= 1 and < 4_000 => RomanNumber.Of(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
