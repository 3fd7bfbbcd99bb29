namespace StudyGroup.Readings.Rendering;

/// <summary>Makes the static HTML of a reading. It holds only elements and attributes that are named in these files, and can be kept as long as the edition.</summary>
public static class EditionRenderer
{
    /// <summary>Raised whenever the same edition would come out as other HTML.</summary>
    public const int Version = 2;

    public static RenderedEdition Render(EditionText text)
    {
        var output = new SafeOutput();
        var notes = new NoteReferences(text.Footnotes.Select(note => note.Label));
        var direction = TextDirection.OfLanguage(text.Language);
        var blocks = new BlockSerializer(output, notes, new HeadingLevels(text.Blocks), direction, text.Pictures);

        output.Markup("<div class=\"text\"");
        output.Attribute("lang", text.Language);
        output.Attribute("dir", direction);
        output.Markup(">");
        for (var index = 0; index < text.Blocks.Count;)
        {
            output.Markup("\n");
            if (text.Blocks[index].Kind == BlockKind.ListItem)
                index = List(text.Blocks, index, output, blocks);
            else
                blocks.Write(text.Blocks[index++], depth: 1);
        }

        new NotesSerializer(output, notes).Write(text.Footnotes);
        output.Markup("\n</div>");
        return new RenderedEdition(output.Html, TableOfContents.Of(text.Blocks));
    }

    private static int List(IReadOnlyList<Block> blocks, int first, SafeOutput output, BlockSerializer serializer)
    {
        var end = first;
        while (end < blocks.Count && blocks[end].Kind == BlockKind.ListItem)
            end++;
        var top = Enumerable.Range(first, end - first).Min(index => blocks[index].Level);

        output.Markup("<div role=\"list\" class=\"list\">");
        for (var index = first; index < end; index++)
        {
            output.Markup("\n");
            serializer.Write(blocks[index], blocks[index].Level - top + 1);
        }

        output.Markup("\n</div>");
        return end;
    }
}
