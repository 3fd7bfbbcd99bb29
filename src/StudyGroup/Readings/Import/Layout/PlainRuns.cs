using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Layout;

/// <summary>A run of plain lines without a blank one between them: one paragraph, several, or verse.</summary>
internal static class PlainRuns
{
    private const int WidestIndent = 10;

    public static IEnumerable<Piece> Split(List<string> lines, int firstLine, PageShape shape)
    {
        if (VerseLines.AreVerse(lines, shape))
        {
            yield return PieceOf(lines, 0, lines.Count, firstLine) with { Kind = BlockKind.Verse, Text = VerseLines.TextOf(lines) };
            yield break;
        }

        if (VerseLines.AreOwn(lines, shape))
        {
            yield return PieceOf(lines, 0, lines.Count, firstLine) with { KeepsLines = true };
            yield break;
        }

        var start = 0;
        for (var index = 1; index < lines.Count; index++)
        {
            if (!Begins(lines, start, index, shape))
                continue;
            yield return PieceOf(lines, start, index, firstLine);
            start = index;
        }

        yield return PieceOf(lines, start, lines.Count, firstLine);
    }

    private static bool Begins(List<string> lines, int start, int index, PageShape shape)
    {
        var (before, line) = (lines[index - 1], lines[index]);
        if (Enumerator.ReadingsOf(line.TrimStart(' ')) is { Count: > 0 } next && Enumerator.ReadingsOf(lines[start].TrimStart(' ')).Any(first => next.Any(first.IsFollowedBy)))
            return true;

        // Two people speak in turns.
        if (SentenceEnd.IsReached(before) && Speakers.IsLabelled(lines[start].TrimStart(' ')) && Speakers.IsLabelled(line.TrimStart(' ')))
            return true;
        if (before.Length > PageShape.LongestBroken || line.Length > PageShape.LongestBroken)
            return SentenceEnd.IsReached(before) || !SentenceEnd.GoesOnSmall(line);

        return IsFirstLineIndented(lines, start, index) || (shape.HasParagraphLines && SentenceEnd.IsReached(before));
    }

    /// <summary>A paragraph may begin with an indent only; where all further lines have it, the first one hangs out.</summary>
    private static bool IsFirstLineIndented(List<string> lines, int start, int index)
    {
        var indent = LineKinds.IndentOf(lines[index]);
        var more = indent - LineKinds.IndentOf(lines[index - 1]);

        // Far more than an indent: the rest of a line of verse that somebody else began.
        if (more is < 2 or > WidestIndent || !".!?".Contains(SentenceEnd.LastCharacter(lines[index - 1])))
            return false;
        var hangs = index == start + 1 && (index + 1 == lines.Count ? Enumerator.At(lines[start].AsSpan().TrimStart(' ')) is not null : LineKinds.IndentOf(lines[index + 1]) == indent);
        return !hangs;
    }

    // Typewriters set two blanks behind a full stop.
    private static string Words(string line) =>
        line.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : line.Trim(' ');

    private static Piece PieceOf(List<string> lines, int start, int end, int firstLine)
    {
        var own = lines.GetRange(start, end - start);
        return new Piece(string.Join('\n', own.Select(Words)), firstLine + start, firstLine + end - 1)
        {
            Indent = own.Min(line => LineKinds.IndentOf(line)),
        };
    }
}
