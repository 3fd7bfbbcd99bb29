using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StudyGroup.Readings.Rendering;

/// <summary>Reads the inline Markdown of one block into a tree. Nothing in it can open a block, define a reference or hold HTML.</summary>
internal static class InlineMarkdown
{
    // The parser's time grows with the square of the delimiters, and no block that an author wrote comes near either limit.
    private const int MaximumLength = 100_000;
    private const int MaximumDelimiters = 4_000;
    private const int MaximumDepth = 40;

    private static readonly InlineParserList Parsers = new(
    [
        new LineBreakInlineParser(),
        new EscapeInlineParser(),
        new CodeInlineParser(),
        new FootnoteReferenceParser(),
        new LinkInlineParser(),
        new EmphasisInlineParser(),
        new HtmlEntityParser(),
        new AutolinkInlineParser { Options = { EnableHtmlParsing = false } },
        new AutoLinkParser(new AutoLinkOptions { UseHttpsForWWWLinks = true }),
    ]);

    /// <summary>The tree, or null where the text is no inline Markdown that anybody would write: it is then shown as it stands.</summary>
    public static ContainerInline? Read(string markdown)
    {
        if (markdown.Length > MaximumLength || Delimiters(markdown) > MaximumDelimiters)
            return null;

        var paragraph = new ParagraphBlock { Lines = new StringLineGroup(1) };
        paragraph.Lines.Add(new StringSlice(markdown));
        try
        {
            new InlineProcessor(new MarkdownDocument(), Parsers, preciseSourcelocation: true, context: null).ProcessInlineLeaf(paragraph);
        }
        catch (ArgumentException)
        {
            // The parser's own answer to nesting that is too deep.
            return null;
        }

        return paragraph.Inline is { } tree && Depth(tree) <= MaximumDepth ? tree : null;
    }

    /// <summary>How many characters could open or close something.</summary>
    public static int Delimiters(ReadOnlySpan<char> markdown)
    {
        var count = 0;
        foreach (var character in markdown)
        {
            if (character is '*' or '_' or '[' or ']' or '`' or '<' or '~')
                count++;
        }

        return count;
    }

    /// <summary>How many elements stand in one another; counted without recursion, since a tree may be as deep as its text is long.</summary>
    public static int Depth(ContainerInline tree)
    {
        var (deepest, depth) = (0, 0);
        Inline node = tree;
        while (true)
        {
            if (node is ContainerInline { FirstChild: { } child })
            {
                depth += Weight(node);
                deepest = Math.Max(deepest, depth);
                node = child;
                continue;
            }

            while (node != tree && node.NextSibling is null)
            {
                node = node.Parent ?? tree;
                depth -= Weight(node);
            }

            if (node == tree || node.NextSibling is not { } next)
                return deepest;
            node = next;
        }
    }

    // A sign that opened nothing becomes no element.
    private static int Weight(Inline node) => node is DelimiterInline ? 0 : 1;
}
