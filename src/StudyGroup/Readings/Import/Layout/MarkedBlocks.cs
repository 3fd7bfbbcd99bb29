using StudyGroup.Readings.Import.Source;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>Blocks that their own mark-up sets apart: headings, separators, quotations, tables, code, notes, comments.</summary>
internal sealed class MarkedBlocks(SourceText source, SourceFormat format)
{
    private int noFenceEndAfter = int.MaxValue;

    /// <summary>The block that begins at this line, or null.</summary>
    public Piece? ReadAt(int number, string line, bool isRunOpen)
    {
        if (Code(number, line, isRunOpen) is { } code)
            return code;
        if (LineKinds.Heading(line) is > 0 and var level)
            return new Piece(HeadingText(line, level), number, number) { Kind = BlockKind.Heading, Level = level, IsMarked = true };
        if (LineKinds.IsSeparator(line))
            return new Piece("", number, number) { Kind = BlockKind.Rule, IsMarked = true };
        if (line.AsSpan().TrimStart(' ').StartsWith('>'))
            return Quotation(number);
        if (Tables.ReadAt(source, number, line, format) is { } table)
            return table;
        return NoteDefinition(number, line);
    }

    private static string HeadingText(string line, int level)
    {
        var text = line.AsSpan().TrimStart(' ')[level..].Trim();
        var closed = text.TrimEnd('#');
        return (closed.Length < text.Length && closed.EndsWith(' ') ? closed.TrimEnd() : text).ToString();
    }

    private Piece? Code(int number, string line, bool isRunOpen)
    {
        var fence = LineKinds.Fence(line);
        if (fence.IsEmpty)
            return !isRunOpen && format == SourceFormat.Markdown && LineKinds.IndentOf(line) >= 4 ? IndentedCode(number) : null;

        // A fence that nothing closes is no fence; looked for once only.
        if (number >= noFenceEndAfter)
            return null;
        for (var end = number + 1; end <= source.LineCount; end++)
        {
            var closing = source.Raw(end).Trim();
            if (closing.Length >= fence.Length && closing[0] == fence[0] && closing.IndexOfAnyExcept(fence[0]) < 0)
                return new Piece(end == number + 1 ? "" : Literal(number + 1, end - 1), number, end) { Kind = BlockKind.Code, IsMarked = true };
        }

        noFenceEndAfter = number;
        return null;
    }

    private Piece? IndentedCode(int number)
    {
        if (number > 1 && !source.IsBlank(number - 1))
            return null;
        var last = number;
        while (last < source.LineCount && (source.IsBlank(last + 1) || LineKinds.IndentOf(source.Line(last + 1)) >= 4))
            last++;
        while (source.IsBlank(last))
            last--;
        var lines = Enumerable.Range(number, last - number + 1).Select(source.Line).Select(text => text.Length > 4 ? text[4..] : "");
        return new Piece(string.Join('\n', lines), number, last) { Kind = BlockKind.Code, IsMarked = true };
    }

    private string Literal(int first, int last) => source.Lines(first, last).ReplaceLineEndings("\n").TrimEnd('\n');

    // Each run of lines between blank ">" lines is a quotation of its own.
    private Piece Quotation(int number)
    {
        var last = number;
        while (last < source.LineCount && IsWordedQuote(source.Raw(last)) && source.Raw(last + 1).TrimStart().StartsWith(">"))
            last++;
        var lines = Enumerable.Range(number, last - number + 1).Select(line => source.Line(line).TrimStart(' ', '>')).Where(text => text.Length > 0);
        return new Piece(string.Join('\n', lines), number, last) { Kind = BlockKind.Quote, IsMarked = true };
    }

    private static bool IsWordedQuote(ReadOnlySpan<char> line) => !line.Trim().Trim('>').Trim().IsEmpty;

    private Piece? NoteDefinition(int number, string line)
    {
        var close = line.StartsWith("[^", StringComparison.Ordinal) ? line.IndexOf("]:", StringComparison.Ordinal) : -1;
        if (close is < 3 or > 42 || line.AsSpan(2, close - 2).ContainsAny(" []"))
            return null;

        var last = number;
        while (last < source.LineCount && IsWithinNote(last + 1))
            last++;
        while (source.IsBlank(last))
            last--;
        var rest = Enumerable.Range(number + 1, last - number).Select(next => source.Line(next).Trim()).Where(text => text.Length > 0);
        return new Piece(string.Join('\n', rest.Prepend(line[(close + 2)..].Trim())), number, last) { NoteLabel = line[2..close], IsMarked = true };
    }

    // Lines go on until a blank one; behind it only indented ones belong to the note.
    private bool IsWithinNote(int number)
    {
        if (source.IsBlank(number))
            return number < source.LineCount && !source.IsBlank(number + 1) && LineKinds.IndentOf(source.Line(number + 1)) >= 2;
        return source.IsBlank(number - 1) ? LineKinds.IndentOf(source.Line(number)) >= 2 : !source.Raw(number).StartsWith("[^");
    }
}
