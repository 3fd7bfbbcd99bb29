using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StudyGroup.Readings.Rendering;

/// <summary><c>[^label]</c> in a text.</summary>
internal sealed class FootnoteReference(string label) : LeafInline
{
    public string Label { get; } = label;
}

internal sealed class FootnoteReferenceParser : InlineParser
{
    private const int MaximumLabel = 40;

    public FootnoteReferenceParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (rest.Length < 4 || rest[1] != '^')
            return false;
        var label = rest[2..Math.Min(rest.Length, MaximumLabel + 3)];
        var end = label.IndexOfAny("[] \t\n");
        if (end < 1 || label[end] != ']')
            return false;

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new FootnoteReference(label[..end].ToString())
        {
            Span = new SourceSpan(start, start + end + 2),
            Line = line,
            Column = column,
            IsClosed = true,
        };
        slice.Start += end + 3;
        return true;
    }
}
