using AngleSharp.Dom;
using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>Poems: what is called one, stanza by stanza and line by line, and paragraphs whose short lines the author broke.</summary>
internal static class VerseMarkup
{
    private const int PageWidth = 72;

    private static readonly HashSet<string> Poems = Elements.Words("poem poetry verse stanza linegroup lg poet");
    private static readonly HashSet<string> Stanzas = Elements.Words("stanza linegroup lg strophe");

    public static bool IsPoem(IElement element) => Elements.IsCalled(element, Poems);

    /// <summary>Whether a paragraph with hard breaks reads like verse.</summary>
    public static bool IsVerse(string markdown) =>
        markdown.Contains("  \n", StringComparison.Ordinal) && VerseLines.AreVerse([.. markdown.Split("  \n")], new PageShape(PageWidth, false, false));

    public static void Write(IElement poem, PageContext context)
    {
        var stanzas = poem.Descendants<IElement>().Where(element => Elements.IsCalled(element, Stanzas)).ToList();
        if (stanzas.Count == 0 && poem.Children.Count(child => Elements.Is(child, "p") && child.QuerySelector("br") is not null) > 1)
            stanzas = [.. poem.Children.Where(child => Elements.Is(child, "p"))];
        if (stanzas.Count == 0)
        {
            Stanza(poem, context);
            return;
        }

        // A title within the poem is a heading of its own.
        foreach (var heading in poem.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
            context.Sheet.Add(BlockKind.Heading, InlineWalk.Write(context, heading.ChildNodes, keepsLines: false).Markdown, Elements.HeadingLevel(heading));
        foreach (var stanza in stanzas)
            Stanza(stanza, context);
    }

    private static void Stanza(IElement stanza, PageContext context)
    {
        var lines = new List<string>();
        if (stanza.Children.Any(child => !Elements.Is(child, "br") && (Elements.IsBlock(child) || IsLine(child))))
        {
            foreach (var child in stanza.Children.Where(child => !Elements.Is(child, "br") && !context.IsSkipped(child)))
                lines.AddRange(Lines(child, context));
        }
        else
        {
            lines.AddRange(Lines(stanza, context));
        }

        context.Sheet.Add(BlockKind.Verse, string.Join('\n', lines.SkipWhile(string.IsNullOrWhiteSpace)).TrimEnd());
    }

    private static IEnumerable<string> Lines(IElement element, PageContext context)
    {
        if (Elements.Is(element, "pre"))
            return element.TextContent.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(Escaped);
        var indent = new string(' ', Indent(element));
        return InlineWalk.Write(context, element.ChildNodes).Markdown.Split("  \n").Select(line => line.Length == 0 ? line : indent + line);
    }

    private static bool IsLine(IElement element) => element.ClassName is { Length: > 0 and < 20 } name && (name.StartsWith("line", StringComparison.OrdinalIgnoreCase) || name[0] is 'i' or 'l' or 'v');

    // "i2" or "indent4": how many letters a line stands in.
    private static int Indent(IElement element) =>
        element.ClassName is { Length: >= 2 and < 20 } name && name[0] is 'i' or 'I' && int.TryParse(name.AsSpan().TrimStart("indentINDENT-"), out var letters) ? Math.Clamp(letters, 0, 24) : 0;

    private static string Escaped(string line)
    {
        var builder = new InlineBuilder();
        builder.Words(line.TrimStart());
        return line[..(line.Length - line.TrimStart().Length)] + builder;
    }
}
