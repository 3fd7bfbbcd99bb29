namespace StudyGroup.Readings.Rendering;

/// <summary>A heading of the text with the ¶ numbers that stand between it and the next heading, if there are any.</summary>
/// <param name="Key">Key of the heading's block.</param>
/// <param name="Level">2 to 4, the level of its element in the page.</param>
/// <param name="Text">Its plain text.</param>
/// <param name="FirstNumber">¶ number of the first paragraph under it.</param>
/// <param name="LastNumber">¶ number of the last paragraph before the next heading.</param>
public sealed record ContentsHeading(string Key, int Level, string Text, int? FirstNumber, int? LastNumber);

/// <summary>The headings of a text, in order.</summary>
public static class TableOfContents
{
    public static IReadOnlyList<ContentsHeading> Of(IReadOnlyList<Block> blocks)
    {
        var levels = new HeadingLevels(blocks);
        var headings = new List<ContentsHeading>();
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading)
                headings.Add(new ContentsHeading(block.Key, levels.Of(block), block.Text, null, null));
            else if (block.Number is { } number && headings.Count > 0)
                headings[^1] = headings[^1] with { FirstNumber = headings[^1].FirstNumber ?? number, LastNumber = number };
        }

        return headings;
    }
}

/// <summary>Puts the levels of a text's headings under the page's own title without leaving one out.</summary>
internal sealed class HeadingLevels(IReadOnlyList<Block> blocks)
{
    private readonly int[] used = [.. blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => block.Level).Distinct().Order()];

    public int Of(Block heading) => Math.Min(2 + Array.IndexOf(used, heading.Level), 4);
}
