using StudyGroup.Readings.Import.Source;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>Lines to pieces: what mark-up sets apart first, the rest as runs of lines between blank ones.</summary>
internal sealed class BlockReader(SourceText source, SourceFormat format, PageShape shape, LinesDone done, CancellationToken cancellationToken)
{
    private readonly List<Piece> pieces = [];
    private readonly List<string> run = [];
    private readonly MarkedBlocks marked = new(source, format);
    private readonly ListReader lists = new(source, format);
    private int runStart;
    private int tick;

    public List<Piece> Read(int firstLine)
    {
        for (var number = firstLine; number <= source.LineCount;)
        {
            if ((++tick & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                done.Reach(0, number);
            }

            number = ReadAt(number);
        }

        Flush();
        return pieces;
    }

    private int ReadAt(int number)
    {
        if (source.IsBlank(number))
        {
            Flush();
            return number + 1;
        }

        var line = source.Line(number);
        if (run.Count == 1 && LineKinds.Underline(line, run[0].Length) is > 0 and var level)
        {
            pieces.Add(new Piece(run[0].Trim(), runStart, number) { Kind = BlockKind.Heading, Level = level, IsMarked = true });
            run.Clear();
            return number + 1;
        }

        if (marked.ReadAt(number, line, isRunOpen: run.Count > 0) is { } block)
            return Take(block);
        if (lists.StartsItem(number, line, run.Count == 0 ? null : run[^1]))
            return Take(lists.ReadItem(number, line));

        if (run.Count == 0)
            runStart = number;
        run.Add(format == SourceFormat.Markdown && source.Raw(number).EndsWith("  ", StringComparison.Ordinal) ? line + "  " : line);
        return number + 1;
    }

    private int Take(Piece piece)
    {
        Flush();
        pieces.Add(piece);
        return piece.LastLine + 1;
    }

    private void Flush()
    {
        if (run.Count == 0)
            return;
        if (format == SourceFormat.PlainText)
            pieces.AddRange(PlainRuns.Split(run, runStart, shape));
        else
            pieces.Add(PieceOf(run, runStart));
        run.Clear();
    }

    private static Piece PieceOf(List<string> lines, int first)
    {
        var text = string.Join('\n', lines.Select(line => line.TrimStart(' '))).TrimEnd();
        var isFigure = lines.Count == 1 && text.StartsWith("![", StringComparison.Ordinal) && text.EndsWith(')');
        return new Piece(text, first, first + lines.Count - 1)
        {
            Kind = isFigure ? BlockKind.Figure : null,
            IsMarked = isFigure,
            Indent = lines.Min(line => LineKinds.IndentOf(line)),
        };
    }
}
