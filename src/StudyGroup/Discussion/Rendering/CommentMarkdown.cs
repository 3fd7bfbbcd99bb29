using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Syntax;
using StudyGroup.Readings.Rendering;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Rendering;

/// <summary>Reads a comment into a tree, or says why it cannot be one. What a comment may hold is the list of parsers here.</summary>
internal static class CommentMarkdown
{
    private const int MaximumNesting = 20;
    private const int MaximumDelimiters = 3_000;

    private static readonly MarkdownPipeline Pipeline = Build();

    public static Result<MarkdownDocument> Read(string markdown, CommentContext context)
    {
        if (markdown.Length > TextLimits.Comment)
            return CommentRefusals.TooLong;
        if (markdown.Contains('\0', StringComparison.Ordinal) || !Surrogates.ArePaired(markdown))
            return CommentRefusals.Unreadable;
        if (InlineMarkdown.Delimiters(markdown) > MaximumDelimiters)
            return CommentRefusals.TooMuchMarkup;
        if (OpensTooManyBlocks(markdown))
            return CommentRefusals.TooNested;

        try
        {
            var document = Markdown.Parse(markdown, Pipeline, context);
            return document.Descendants().Any(IsTooDeep) ? CommentRefusals.TooNested
                : document.Descendants().Any(Fold.IsTooDeep) ? CommentRefusals.TooFolded
                : new Result<MarkdownDocument>(document);
        }
        catch (ArgumentException)
        {
            // The parser's own answer to nesting that is too deep.
            return CommentRefusals.TooNested;
        }
    }

    // One line can open a block with every two characters; the parser is not asked about such lines.
    private static bool OpensTooManyBlocks(string markdown)
    {
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (Markers(line) > MaximumNesting && line.IndexOfAnyExcept("-* \t") >= 0)
                return true;
        }

        return false;
    }

    private static int Markers(ReadOnlySpan<char> line)
    {
        var markers = 0;
        for (var index = 0; index < line.Length; index++)
        {
            var standsAlone = index + 1 == line.Length || line[index + 1] is ' ' or '\t';
            var numbers = index > 0 && char.IsAsciiDigit(line[index - 1]) && line[index] is '.' or ')';
            if (line[index] == '>' || standsAlone && (numbers || line[index] is '-' or '+' or '*'))
                markers++;
            else if (!char.IsAsciiDigit(line[index]) && line[index] is not (' ' or '\t'))
                break;
        }

        return markers;
    }

    private static bool IsTooDeep(MarkdownObject node)
    {
        var depth = 0;
        for (var block = (node as Block)?.Parent; block is not null; block = block.Parent)
            depth++;
        return depth > MaximumNesting || node is LeafBlock { Inline: { } inlines } && InlineMarkdown.Depth(inlines) > MaximumNesting;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true, AllowDomainWithoutPeriod = true })
            .UsePreciseSourceLocation()
            .DisableHtml();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        if (builder.BlockParsers.Find<ParagraphBlockParser>() is { } paragraphs)
            paragraphs.ParseSetextHeadings = false;
        builder.BlockParsers.Insert(0, Fold.Parser());
        builder.InlineParsers.Insert(0, new MentionParser());
        builder.InlineParsers.Insert(0, new ParagraphParser());
        builder.InlineParsers.Insert(0, new TagParser());
        return builder.Build();
    }
}
