using Markdig.Syntax.Inlines;
using StudyGroup.Discussion.Tags;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Discussion.Rendering;

/// <summary>Inlines of a comment: beside the common ones, the members it names, the paragraphs it cites and its tags. A line end is a line end, as its author typed it.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="source">The Markdown that the tree was read from.</param>
/// <param name="passages">What may be cited.</param>
/// <param name="notebook">Address of the notebook that tags lead to; null where there is none, and a tag is a word like others.</param>
internal sealed class CommentInlineSerializer(SafeOutput output, string source, CitedPassages passages, string? notebook = null) : InlineSerializer(output, source, keepLines: true)
{
    // One that is repeated more often than anybody reads it is a word like others.
    private const int MostTagLinks = 100;

    private readonly List<Guid> mentioned = [];
    private readonly List<CitedPassage> cited = [];
    private readonly Dictionary<string, Tag> tags = [];
    private int taken;
    private int tagLinks;

    public IReadOnlyList<Guid> MentionedIds => mentioned;

    public IReadOnlyList<Tag> Tags => [.. tags.Values];

    /// <summary>The paragraphs that were cited since the last time, each once in a comment.</summary>
    public IReadOnlyList<CitedPassage> TakeCited()
    {
        IReadOnlyList<CitedPassage> news = cited[taken..];
        taken = cited.Count;
        return news;
    }

    protected override bool Own(Inline node)
    {
        switch (node)
        {
            case MentionInline mention:
                Mention(mention);
                return true;
            case ParagraphInline paragraph:
                Cite(paragraph.Passage);
                return true;
            case TagInline tag:
                Link(tag);
                return true;
            default:
                return false;
        }
    }

    protected override bool OwnLink(string address, bool isBare)
    {
        if (!passages.ByAddress.TryGetValue(address, out var passage))
            return false;
        if (isBare)
            Cite(passage);
        else
            Note(passage);
        return isBare;
    }

    private void Mention(MentionInline mention)
    {
        Output.Markup("<span class=\"mention\">");
        Output.Words("@");
        Output.Markup("<bdi>");
        Output.Words(mention.Name);
        Output.Markup("</bdi></span>");
        mentioned.AddRange(mention.AccountIds.Where(id => !mentioned.Contains(id)));
    }

    private void Cite(CitedPassage passage)
    {
        Note(passage);
        if (!InsideLink)
        {
            Output.Markup("<a");
            Output.Attribute("href", passage.Address);
            Output.Attribute("class", "pref");
            Output.Markup(">");
        }

        Output.Words(passage.Name);
        if (!InsideLink)
            Output.Markup("</a>");
    }

    private void Link(TagInline written)
    {
        var tag = Tag.Of(written.Name);
        var isOne = notebook is not null && !InsideLink && (tags.ContainsKey(tag.Key) || tags.Count < Tag.MostInComment);
        if (isOne)
            tags.TryAdd(tag.Key, tag);
        isOne &= tagLinks++ < MostTagLinks;
        if (isOne)
        {
            Output.Markup("<a");
            Output.Attribute("href", $"{notebook}?tag={Uri.EscapeDataString(tag.Key)}");
            Output.Attribute("class", "hashtag");
            Output.Attribute("dir", "auto");
            Output.Markup(">");
        }

        Output.Words("#");
        Output.Words(written.Name);
        if (isOne)
            Output.Markup("</a>");
    }

    private void Note(CitedPassage passage)
    {
        if (!cited.Contains(passage))
            cited.Add(passage);
    }
}
