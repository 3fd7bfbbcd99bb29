using StudyGroup.Readings.Import.Source;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>Items of lists: with bullets everywhere, with numbers only in Markdown, where they are mark-up and not yet words of the text.</summary>
internal sealed class ListReader(SourceText source, SourceFormat format)
{
    private readonly List<int> indents = [];

    public bool StartsItem(int number, string line, string? lineBefore)
    {
        var isItem = MarkLength(line) > 0 && (lineBefore is null || MayInterrupt(number, line, lineBefore));
        if (!isItem && LineKinds.IndentOf(line) == 0)
            indents.Clear();
        return isItem;
    }

    public Piece ReadItem(int number, string line)
    {
        var length = MarkLength(line);
        var label = Enumerator.At(line.AsSpan().TrimStart(' '))?.Label;
        var lines = new List<string> { line[length..].Trim() };
        var last = number;
        while (last < source.LineCount && !source.IsBlank(last + 1) && source.Line(last + 1) is var next && IsContinuation(next))
        {
            lines.Add(next.Trim());
            last++;
        }

        return new Piece(string.Join('\n', lines), number, last) { Kind = BlockKind.ListItem, Label = label, Level = LevelOf(LineKinds.IndentOf(line)), IsMarked = true };
    }

    private int MarkLength(string line)
    {
        if (LineKinds.Bullet(line) is > 0 and var bullet)
            return bullet;
        var indent = LineKinds.IndentOf(line);
        return format == SourceFormat.Markdown && Enumerator.At(line.AsSpan(indent)) is { Style: EnumeratorStyle.Number or EnumeratorStyle.NumberBracket } mark ? indent + mark.Length : 0;
    }

    // A dash at the beginning of a line may be punctuation of the sentence that began above.
    private bool MayInterrupt(int number, string line, string lineBefore) =>
        lineBefore.EndsWith(':') || (LineKinds.Bullet(line) > 0 && number < source.LineCount && LineKinds.Bullet(source.Line(number + 1)) > 0)
        || (format == SourceFormat.Markdown && (LineKinds.Bullet(line) > 0 || Enumerator.At(line) is { Value: 1 }));

    private bool IsContinuation(string line) =>
        MarkLength(line) == 0 && !LineKinds.IsSeparator(line) && LineKinds.Heading(line) == 0 && LineKinds.Fence(line).IsEmpty && !line.StartsWith('>');

    private int LevelOf(int indent)
    {
        while (indents.Count > 0 && indents[^1] > indent)
            indents.RemoveAt(indents.Count - 1);
        if (indents.Count == 0 || indents[^1] < indent)
            indents.Add(indent);
        return indents.Count;
    }
}
