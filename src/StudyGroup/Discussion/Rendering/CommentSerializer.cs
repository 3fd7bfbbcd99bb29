using System.Globalization;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Discussion.Rendering;

/// <summary>Writes the blocks of a comment as HTML of our own. A block that is not named here becomes its text.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="inlines">Writes what stands in the blocks.</param>
/// <param name="keepsFolded">Whether the text is shown where nothing can be unfolded: then it holds what a fold is about, and not the words in it.</param>
internal sealed class CommentSerializer(SafeOutput output, CommentInlineSerializer inlines, bool keepsFolded = false)
{
    private const int MostCards = 5;
    private const int CardWords = 240;
    private const int FoldWords = 200;

    private int cards;

    public void Blocks(ContainerBlock container)
    {
        foreach (var block in container)
            Write(block);
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                Leaf("<p dir=\"auto\">", paragraph, "</p>");
                break;
            case HeadingBlock heading:
                Leaf("<p dir=\"auto\"><strong>", heading, "</strong></p>");
                break;
            case QuoteBlock quote:
                Container("<blockquote>", quote, "</blockquote>");
                break;
            case ListBlock list:
                List(list);
                break;
            case CodeBlock code:
                output.Markup("<pre><code>");
                output.Words(code.Lines.ToString());
                output.Markup("</code></pre>");
                break;
            case ThematicBreakBlock:
                output.Markup("<hr>");
                break;
            case CustomContainer fold when keepsFolded:
                output.Words($"[{(string.IsNullOrEmpty(fold.Arguments) ? "\u2026" : fold.Arguments)}]");
                output.BeginAside();
                Blocks(fold);
                output.EndAside();
                break;
            case CustomContainer fold:
                Folded(fold);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock container:
                Blocks(container);
                break;
            case LeafBlock { Inline: not null } leaf:
                Leaf("<p dir=\"auto\">", leaf, "</p>");
                break;
            case LeafBlock leaf:
                output.Words(leaf.Lines.ToString());
                break;
            default:
                break;
        }

        output.Words("\n");
    }

    private void List(ListBlock list)
    {
        output.Markup(list.IsOrdered ? "<ol" : "<ul");
        if (list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start != 1)
            output.Attribute("start", start.ToString(CultureInfo.InvariantCulture));
        output.Markup(">");
        foreach (var item in list.OfType<ListItemBlock>())
        {
            Item(item, list.IsLoose);
            output.Words("\n");
        }

        output.Markup(list.IsOrdered ? "</ol>" : "</ul>");
    }

    // In a list without blank lines an item's first words stand in it without a paragraph of their own.
    private void Item(ListItemBlock item, bool isLoose)
    {
        if (isLoose || item.FirstOrDefault() is not ParagraphBlock first)
        {
            Container("<li>", item, "</li>");
            return;
        }

        Leaf("<li dir=\"auto\">", first, "");
        foreach (var block in item.Skip(1))
        {
            output.Words("\n");
            Write(block);
        }

        output.Markup("</li>");
    }

    // A fold without a title is named by the page, in the reader's language.
    private void Folded(CustomContainer fold)
    {
        output.Markup("<details class=\"fold\"><summary dir=\"auto\">");
        output.Words(CommentRenderer.Shorten(fold.Arguments ?? "", FoldWords));
        output.Markup("</summary>");
        Blocks(fold);
        output.Markup("</details>");
    }

    private void Container(string open, ContainerBlock container, string close)
    {
        output.Markup(open);
        Blocks(container);
        output.Markup(close);
    }

    private void Leaf(string open, LeafBlock leaf, string close)
    {
        output.Markup(open);
        if (leaf.Inline is { } tree)
            inlines.Children(tree);
        output.Markup(close);
        foreach (var passage in inlines.TakeCited())
            Card(passage);
    }

    // The words stand beside the reference, so that nobody has to leave the thread to know what is meant.
    private void Card(CitedPassage passage)
    {
        if (cards++ >= MostCards)
            return;

        output.Markup("<a class=\"pcard\"");
        output.Attribute("href", passage.Address);
        output.Markup("><span class=\"pcard-words\" dir=\"auto\">");
        output.BeginAside();
        output.Words(CommentRenderer.Shorten(passage.Words, CardWords));
        output.Markup("</span><span class=\"pcard-place\">");
        output.Words(passage.Name);
        output.EndAside();
        output.Markup("</span></a>");
    }
}
