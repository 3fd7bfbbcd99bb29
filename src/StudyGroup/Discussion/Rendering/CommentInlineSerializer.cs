using System.Globalization;
using Markdig.Syntax.Inlines;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Discussion.Rendering;

/// <summary>Inlines of a comment: beside the common ones, the members it names and the paragraphs it cites. A line end is a line end, as its author typed it.</summary>
internal sealed class CommentInlineSerializer(SafeOutput output, string source) : InlineSerializer(output, source, keepLines: true)
{
    private readonly List<Guid> mentioned = [];

    public IReadOnlyList<Guid> MentionedIds => mentioned;

    protected override bool Own(Inline node)
    {
        switch (node)
        {
            case MentionInline mention:
                Mention(mention);
                return true;
            case ParagraphInline paragraph:
                Paragraph(paragraph);
                return true;
            default:
                return false;
        }
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

    private void Paragraph(ParagraphInline paragraph)
    {
        if (!InsideLink)
        {
            Output.Markup("<a");
            Output.Attribute("href", paragraph.Address);
            Output.Attribute("class", "pref");
            Output.Markup(">");
        }

        Output.Words(string.Create(CultureInfo.InvariantCulture, $"¶ {paragraph.Number}"));
        if (!InsideLink)
            Output.Markup("</a>");
    }
}
