using System.Globalization;

namespace StudyGroup.Readings.Rendering;

/// <summary>Writes one block as one element: its key, its ¶ number, its printed label, its words, and the place where scripts put its chips.</summary>
internal sealed class BlockSerializer(SafeOutput output, NoteReferences notes, HeadingLevels levels, string direction, string pictures)
{
    /// <param name="block">What to write.</param>
    /// <param name="depth">How deep a list item stands in its list, from 1.</param>
    public void Write(Block block, int depth)
    {
        var (element, name) = ElementOf(block);
        Open(block, element, name, depth);
        if (block.Kind == BlockKind.Rule)
            return;

        if (block.Number is { } number)
            NumberLink(block.Key, number);
        Label(block);
        BlockText.Write(block.Kind, block.Markdown, output, notes, pictures);
        if (block.Number is not null)
            ChipsPlace(block.Key);
        output.Markup("</" + element + ">");
    }

    private (string Element, string? Name) ElementOf(Block block) => block.Kind switch
    {
        BlockKind.Heading => (string.Create(CultureInfo.InvariantCulture, $"h{levels.Of(block)}"), null),
        BlockKind.Paragraph => ("p", "para"),
        BlockKind.Quote => ("blockquote", "para quote"),
        BlockKind.Thesis => ("p", "para thesis"),
        BlockKind.ListItem => ("div", "para item"),
        BlockKind.Verse => ("p", "para verse"),
        BlockKind.Table => ("div", "para table"),
        BlockKind.Code => ("div", "para code"),
        BlockKind.Figure => ("figure", "para figure"),
        BlockKind.Rule => ("hr", null),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.Kind, "No such kind of block."),
    };

    private void Open(Block block, string element, string? name, int depth)
    {
        output.Markup("<" + element);
        if (name is not null)
            output.Attribute("class", name);
        output.Attribute("id", block.Key);
        output.Attribute("data-block", block.Key);
        if (block.Kind == BlockKind.ListItem)
        {
            output.Attribute("role", "listitem");
            if (depth > 1)
                output.Attribute("data-level", depth.ToString(CultureInfo.InvariantCulture));
        }

        if (TextDirection.OfLetters(block.Text) is { } own && own != direction)
            output.Attribute("dir", own);
        output.Markup(">");
    }

    private void NumberLink(string key, int number)
    {
        output.Markup(number % 5 == 0 ? "<a class=\"pn fifth\" data-aside" : "<a class=\"pn\" data-aside");
        output.Attribute("href", "#" + key);
        output.Attribute("aria-label", RenderingTexts.LinkToParagraph(number));
        output.Markup(">");
        Aside(number.ToString(CultureInfo.InvariantCulture));
        output.Markup("</a>");
    }

    private void Label(Block block)
    {
        if (PrintedLabel.Of(block) is not { } label)
            return;
        output.Markup("<span class=\"label\" data-aside>");
        Aside(label + " ");
        output.Markup("</span>");
    }

    private void ChipsPlace(string key)
    {
        output.Markup("<span data-aside class=\"chips\"");
        output.Attribute("data-chips", key);
        output.Markup("></span>");
    }

    private void Aside(string words)
    {
        output.BeginAside();
        output.Words(words);
        output.EndAside();
    }
}
