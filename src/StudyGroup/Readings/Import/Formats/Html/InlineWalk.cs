using System.Globalization;
using AngleSharp.Dom;
using StudyGroup.Readings.Import.Source;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>Writes what stands within one block as inline Markdown. Pictures are put aside, to become figures behind the block.</summary>
internal sealed class InlineWalk(PageContext context, bool keepsLines)
{
    private readonly InlineBuilder builder = new();
    private readonly List<string> figures = [];

    public static (string Markdown, IReadOnlyList<string> Figures) Write(PageContext context, IEnumerable<INode> nodes, bool keepsLines = true)
    {
        var walk = new InlineWalk(context, keepsLines);
        foreach (var node in nodes)
            walk.Node(node);
        return (walk.builder.ToString(), walk.figures);
    }

    private void Children(INode node)
    {
        foreach (var child in node.ChildNodes)
            Node(child);
    }

    private void Node(INode node)
    {
        if (node is IText text)
            Words(text.Data);
        else if (node is IElement element && !context.IsSkipped(element))
            Element(element);
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "em" or "i" or "cite" or "dfn" or "var":
                builder.Emphasised("*", () => Children(element));
                break;
            case "b" or "strong":
                builder.Emphasised("**", () => Children(element));
                break;
            case "br" when keepsLines:
                builder.Break();
                break;
            case "br":
                builder.Blank();
                break;
            case "a":
                Link(element);
                break;
            case "code" or "kbd" or "samp" or "tt":
                builder.Code(Folded(element.TextContent));
                break;
            case "sup":
                Raised(element);
                break;
            case "sub" when element.TextContent.Trim() is { Length: > 0 and <= 4 } digits && digits.All(char.IsAsciiDigit):
                builder.Words(string.Concat(digits.Select(digit => (char)('₀' + digit - '0'))));
                break;
            case "q":
                builder.Words("“");
                Children(element);
                builder.Words("”");
                break;
            case "img" or "image":
                Image(element);
                break;
            case "svg":
                foreach (var image in element.QuerySelectorAll("image"))
                    Image(image);
                break;
            case "math":
                Words(element.GetAttribute("alttext") ?? element.TextContent);
                break;
            case var name when Elements.IsBlockName(name):
                builder.Blank();
                Children(element);
                builder.Blank();
                break;
            default:
                Children(element);
                break;
        }
    }

    private void Link(IElement link)
    {
        if (context.Notes.MarkedBy(link) is { } label)
        {
            builder.Note(label);
            return;
        }

        // A mark that lets a reader copy the address of a heading.
        var address = link.GetAttribute("href") ?? "";
        if (address.StartsWith('#') && link.TextContent.Trim() is "#" or "¶" or "§" or "🔗")
            return;
        if (context.Links.Address(address) is not { } target)
            Children(link);
        else if (link.TextContent.Trim() is var words && (words == address || words == target) && !words.Contains(' '))
            builder.Address(target);
        else
            builder.Link(MarkdownAddress(target), () => Children(link));
    }

    private void Raised(IElement element)
    {
        // A mark that leads to its note stays a mark; a number alone may be one, and the notes decide.
        if (element.QuerySelector("a,img") is not null)
        {
            Children(element);
            return;
        }

        var words = element.TextContent.Trim();
        var isNumber = words.Length is > 0 and <= 3 && words.All(char.IsAsciiDigit);
        builder.Words(isNumber ? string.Concat(words.Select(digit => Marks.Superscripts[digit - '0'])) : Folded(words));
    }

    private void Image(IElement image)
    {
        var source = image.GetAttribute("src") ?? image.GetAttribute("href") ?? image.GetAttribute("xlink:href") ?? "";
        var description = Folded(image.GetAttribute("alt") ?? image.GetAttribute("aria-label") ?? "").Trim();
        if (description.Length == 1 && char.IsLetter(description[0]))
        {
            // A letter that was drawn.
            builder.Words(description);
            return;
        }

        if (Figure.Of(source, description, context.Links) is { } figure)
            figures.Add(figure);
    }

    private void Words(string raw)
    {
        var folded = Folded(raw);
        var start = 0;
        while (start < folded.Length)
        {
            var blank = folded.IndexOf(' ', start);
            var end = blank < 0 ? folded.Length : blank;
            if (end > start)
                builder.Words(folded.AsSpan(start, end - start));
            if (blank >= 0)
                builder.Blank();
            start = end + 1;
        }
    }

    private static string Folded(string raw) => LetterFolding.Fold(raw);

    private static string MarkdownAddress(string address) => address
        .Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
        .Normalize(System.Text.NormalizationForm.FormC).ToString(CultureInfo.InvariantCulture);
}
