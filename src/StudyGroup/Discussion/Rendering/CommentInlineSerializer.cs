using Markdig.Syntax.Inlines;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Discussion.Rendering;

/// <summary>Inlines of a comment: beside the common ones, the members it names and the paragraphs it cites. A line end is a line end, as its author typed it.</summary>
internal sealed class CommentInlineSerializer(SafeOutput output, string source, CitedPassages passages) : InlineSerializer(output, source, keepLines: true)
{
    private readonly List<Guid> mentioned = [];
    private readonly List<CitedPassage> cited = [];
    private int taken;

    public IReadOnlyList<Guid> MentionedIds => mentioned;

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

    private void Note(CitedPassage passage)
    {
        if (!cited.Contains(passage))
            cited.Add(passage);
    }
}
