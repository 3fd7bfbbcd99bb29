using System.Globalization;
using System.Text;
using StudyGroup.Readings.Rendering;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Rendering;

/// <summary>Makes safe HTML of what a member wrote, once, when it is saved.</summary>
public static class CommentRenderer
{
    /// <summary>Raised whenever the same Markdown would come out as other HTML; older comments are then rendered again.</summary>
    public const int Version = 3;

    // A few signs can stand for long addresses; nobody should have to load what comes of thousands of them.
    private const int MaximumHtml = 150_000;

    private static readonly MentionNames Nobody = new([]);

    /// <param name="markdown">What was typed.</param>
    /// <param name="members">Whom it may name.</param>
    /// <param name="passages">What it may cite.</param>
    /// <param name="notebook">Address of the notebook that its tags lead to; null where a tag is a word like others.</param>
    public static Result<RenderedComment> Render(string markdown, IReadOnlyList<MentionCandidate> members, CitedPassages passages, string? notebook = null)
    {
        var document = CommentMarkdown.Read(markdown, new CommentContext(new MentionNames(members), passages));
        if (!document.Succeeded)
            return document.Error;

        var output = new SafeOutput(dropDirectionOverrides: true);
        var inlines = new CommentInlineSerializer(output, markdown, passages, notebook);
        new CommentSerializer(output, inlines).Blocks(document.Value);
        if (!output.Text.EnumerateRunes().Any(IsVisible))
            return CommentRefusals.Empty;
        if (output.HtmlLength > MaximumHtml)
            return CommentRefusals.TooMuchMarkup;
        return new RenderedComment(output.Html.TrimEnd('\n'), Version, inlines.MentionedIds, inlines.Tags);
    }

    /// <summary>The first words of a comment on one line, without its Markdown and without what it folds away; plain text, to be escaped where it is shown.</summary>
    public static string Excerpt(string markdown, int length)
    {
        var document = CommentMarkdown.Read(markdown, new CommentContext(Nobody, CitedPassages.None));
        var output = new SafeOutput(dropDirectionOverrides: true);
        if (document.Succeeded)
            new CommentSerializer(output, new CommentInlineSerializer(output, markdown, CitedPassages.None), keepsFolded: true).Blocks(document.Value);
        else
            output.Words(markdown);
        return Shorten(string.Join(' ', output.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), length);
    }

    internal static string Shorten(string words, int length)
    {
        if (words.Length <= length)
            return words;
        var end = 0;
        foreach (var cut in StringInfo.ParseCombiningCharacters(words).TakeWhile(cut => cut < length))
            end = cut;
        var blank = words.LastIndexOf(' ', end);
        return string.Concat(words.AsSpan(0, blank > length / 2 ? blank : end).TrimEnd(), "\u2026");
    }

    // Fillers that fonts draw as nothing, though Unicode counts them as letters or symbols.
    private static bool IsVisible(Rune rune) =>
        rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
