using System.Globalization;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;
using StudyGroup.Discussion.Tags;

namespace StudyGroup.Discussion.Rendering;

/// <summary># and a word, at the beginning of one.</summary>
internal sealed class TagInline(string name) : LeafInline
{
    public string Name { get; } = name;
}

internal sealed class TagParser : InlineParser
{
    public TagParser() => OpeningCharacters = ['#'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan()[1..];
        if (!BeginsWord(slice) || Tag.LengthAt(rest) is not (> 0 and var length))
            return false;

        processor.Inline = MentionParser.Placed(new TagInline(rest[..length].ToString()), processor, slice.Start, length + 1);
        slice.Start += length + 1;
        return true;
    }

    // Behind signs of emphasis the character before them decides. What is no blank and opens nothing is the middle of an address, a number or a word.
    private static bool BeginsWord(StringSlice slice)
    {
        var back = -1;
        while (slice.PeekCharExtra(back) is '*' or '_' or '~')
            back--;
        var before = slice.PeekCharExtra(back);
        return before is '\0' or '"' or '\'' or ',' or ';' or '|' or '>' || char.IsWhiteSpace(before)
            || before is not '-' && char.GetUnicodeCategory(before) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.DashPunctuation;
    }
}
