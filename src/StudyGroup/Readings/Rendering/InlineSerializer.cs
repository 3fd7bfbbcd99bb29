using Markdig.Syntax.Inlines;

namespace StudyGroup.Readings.Rendering;

/// <summary>Writes a tree of inlines as HTML of our own. A node that is not named here becomes its text.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="source">The Markdown that the tree was read from.</param>
/// <param name="keepLines">Whether the line ends of the Markdown are line ends of the text, as in verse.</param>
internal class InlineSerializer(SafeOutput output, string source, bool keepLines)
{
    private bool insideLink;

    protected SafeOutput Output => output;

    /// <summary>A link cannot stand in a link: inside one, what would be another is only its words.</summary>
    protected bool InsideLink => insideLink;

    /// <summary>Signs that opened nothing hold whatever stands behind them, each in the one before; they are walked in a loop, since there may be thousands.</summary>
    public void Children(ContainerInline container)
    {
        var behind = new Stack<Inline>();
        var node = container.FirstChild;
        while (node is not null || behind.TryPop(out node))
        {
            if (node is not DelimiterInline delimiter)
            {
                Node(node);
                node = node.NextSibling;
                continue;
            }

            output.Words(delimiter.ToLiteral());
            if (delimiter.NextSibling is { } next)
                behind.Push(next);
            node = delimiter.FirstChild;
        }
    }

    protected virtual bool Own(Inline node) => false;

    /// <param name="address">Where the link leads, as it was written.</param>
    /// <param name="isBare">Whether the address itself stands in the text, without words of its own.</param>
    /// <returns>Whether the link was written.</returns>
    protected virtual bool OwnLink(string address, bool isBare) => false;

    private void Node(Inline node)
    {
        switch (node)
        {
            case LiteralInline literal:
                output.Words(literal.Content.AsSpan());
                break;
            case EmphasisInline emphasis:
                Element(ElementOf(emphasis), emphasis);
                break;
            case CodeInline code:
                output.Markup("<code>");
                output.Words(code.Content);
                output.Markup("</code>");
                break;
            case LineBreakInline lineBreak when lineBreak.IsHard || keepLines:
                output.LineBreak();
                break;
            case LineBreakInline:
                output.Words(" ");
                break;
            case HtmlEntityInline entity:
                output.Words(entity.Transcoded.AsSpan());
                break;
            case LinkInline { IsImage: true } image:
                Image(image);
                break;
            case LinkInline { IsAutoLink: true, FirstChild: LiteralInline words } bare:
                BareAddress(bare.Url, words.Content.AsSpan());
                break;
            case LinkInline link:
                Link(link.GetDynamicUrl?.Invoke() ?? link.Url, isBare: false, () => Children(link));
                break;
            case AutolinkInline { IsEmail: true } mail:
                Link("mailto:" + mail.Url, isBare: true, () => output.Words(mail.Url));
                break;
            case AutolinkInline address:
                Link(address.Url, isBare: true, () => output.Words(address.Url));
                break;
            default:
                Other(node);
                break;
        }
    }

    private void Other(Inline node)
    {
        if (Own(node))
            return;
        if (node is ContainerInline container)
            Children(container);
        else if (node.Span is { Start: >= 0, Length: > 0 } span && span.End < source.Length)
            output.Words(source.AsSpan(span.Start, span.Length));
    }

    private static string ElementOf(EmphasisInline emphasis) =>
        emphasis.DelimiterChar == '~' ? "del" : emphasis.DelimiterCount == 2 ? "strong" : "em";

    private void Element(string name, ContainerInline content)
    {
        output.Markup("<" + name + ">");
        Children(content);
        output.Markup("</" + name + ">");
    }

    private void Link(string? address, bool isBare, Action words)
    {
        if (!insideLink && address is not null && OwnLink(address, isBare))
            return;

        if (insideLink || LinkAddress.Allowed(address) is not { } allowed)
        {
            words();
            return;
        }

        output.Markup("<a");
        output.Attribute("href", allowed.Href);
        if (allowed.LeavesThePage)
            output.Attribute("rel", "noopener noreferrer nofollow");
        output.Markup(">");
        insideLink = true;
        words();
        insideLink = false;
        output.Markup("</a>");
    }

    // What ends a clause is no part of an address that stands in it.
    private void BareAddress(string? address, ReadOnlySpan<char> words)
    {
        var shown = words.TrimEnd(".,;:!?'\"").ToString();
        var rest = words[shown.Length..];
        Link(address?[..^rest.Length], isBare: true, () => output.Words(shown));
        output.Words(rest);
    }

    // The picture itself is never fetched; its description stays, behind a mark.
    private void Image(LinkInline image)
    {
        output.Markup("<span class=\"noimg\"><span data-aside aria-hidden=\"true\">");
        output.BeginAside();
        output.Words("\u25A7 ");
        output.EndAside();
        output.Markup("</span>");
        var nested = insideLink;
        insideLink = true;
        Children(image);
        insideLink = nested;
        output.Markup("</span>");
    }
}
