using AngleSharp.Dom;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>What elements are by their names and classes.</summary>
internal static class Elements
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
        "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    private static readonly HashSet<string> Never = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "button", "input", "select", "textarea", "iframe", "object", "embed", "canvas", "video", "audio", "dialog", "menu", "head", "link", "meta", "map", "progress", "meter", "datalist", "applet", "title",
    };

    public static bool IsNever(IElement element) => Never.Contains(element.LocalName);

    public static bool IsBlockName(string name) => Blocks.Contains(name);

    /// <summary>Whether it stands in a place of its own, or holds something that does.</summary>
    public static bool IsBlock(INode node)
    {
        if (node is not IElement element)
            return false;
        if (Blocks.Contains(element.LocalName))
            return true;
        return element.ChildElementCount > 0 && element.Descendants<IElement>().Any(inner => Blocks.Contains(inner.LocalName));
    }

    public static bool Is(IElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The level of a heading, or 0.</summary>
    public static int HeadingLevel(IElement element)
    {
        if (element.LocalName is ['h', >= '1' and <= '6' and var digit])
            return digit - '0';
        return element.GetAttribute("role") == "heading" && int.TryParse(element.GetAttribute("aria-level"), out var level) ? Math.Clamp(level, 1, 6) : 0;
    }

    /// <summary>Whether one of the words of its class, id, role or type is one of these.</summary>
    public static bool IsCalled(IElement element, HashSet<string> words)
    {
        foreach (var name in (ReadOnlySpan<string?>)[element.ClassName, element.Id, element.GetAttribute("role"), element.GetAttribute("epub:type")])
        {
            if (string.IsNullOrEmpty(name) || name.Length > 400)
                continue;
            foreach (var word in name.AsSpan().SplitAny(" -_:"))
            {
                if (words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.AsSpan()[word]))
                    return true;
            }
        }

        return false;
    }

    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { Length: < 2_000 } style && Squeezed(style) is var rules && (rules.Contains("display:none", StringComparison.OrdinalIgnoreCase) || rules.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)));

    public static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    private static string Squeezed(string style) => style.Replace(" ", "", StringComparison.Ordinal);
}
