using System.Globalization;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StudyGroup.Discussion.Rendering;

/// <summary>What a comment can point at while it is read: the members it may name and the paragraphs it may cite.</summary>
internal sealed class CommentContext(MentionNames names, CitedPassages passages) : MarkdownParserContext
{
    public MentionNames Names => names;

    public CitedPassages Passages => passages;
}

/// <summary>@ and the display name of one member, or of several who share it.</summary>
internal sealed class MentionInline(string name, IReadOnlyList<Guid> accountIds) : LeafInline
{
    public string Name { get; } = name;

    public IReadOnlyList<Guid> AccountIds { get; } = accountIds;
}

/// <summary>¶ and the number of a paragraph that the reading has.</summary>
internal sealed class ParagraphInline(CitedPassage passage) : LeafInline
{
    public CitedPassage Passage { get; } = passage;
}

internal sealed class MentionParser : InlineParser
{
    public MentionParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // After a letter or inside an address the sign means a place, not a person.
        var before = slice.PeekCharExtra(-1);
        if (char.IsLetterOrDigit(before) || before is '/' or '.' or '@' or '-' or '+' or '%' or '=' or ':')
            return false;
        if (processor.Context is not CommentContext context || context.Names.Longest(slice.AsSpan()[1..]) is not { } match)
            return false;

        processor.Inline = Placed(new MentionInline(match.Name, match.AccountIds), processor, slice.Start, match.Name.Length + 1);
        slice.Start += match.Name.Length + 1;
        return true;
    }

    internal static Inline Placed(Inline inline, InlineProcessor processor, int at, int length)
    {
        var start = processor.GetSourcePosition(at, out var line, out var column);
        inline.Span = new SourceSpan(start, start + length - 1);
        inline.Line = line;
        inline.Column = column;
        inline.IsClosed = true;
        return inline;
    }
}

internal sealed class ParagraphParser : InlineParser
{
    public ParagraphParser() => OpeningCharacters = ['¶'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Context is not CommentContext { Passages: var passages })
            return false;

        var rest = slice.AsSpan()[1..];
        var blanks = rest.Length > 0 && rest[0] is ' ' or '\u00A0' or '\u202F' ? 1 : 0;
        var digits = rest[blanks..];
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        digits = end < 0 ? digits : digits[..end];
        var after = blanks + digits.Length < rest.Length ? rest[blanks + digits.Length] : ' ';
        if (char.IsLetterOrDigit(after) || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !passages.ByNumber.TryGetValue(number, out var passage))
            return false;

        var length = 1 + blanks + digits.Length;
        processor.Inline = MentionParser.Placed(new ParagraphInline(passage), processor, slice.Start, length);
        slice.Start += length;
        return true;
    }
}
