using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Notes;

/// <summary>Several notes may stand in one block, each on a line of its own.</summary>
internal static class NoteLines
{
    /// <returns>The parts of the block; a part without a start goes on with the note before it.</returns>
    public static IEnumerable<(Piece Piece, NoteStart? Start)> Of(Piece piece, int? expected, Func<Piece, NoteStart?> startOf)
    {
        var start = Expected(startOf(piece), expected);
        if (!piece.Text.Contains('\n') || piece.Kind is not null)
        {
            yield return (piece, start);
            yield break;
        }

        var lines = piece.Text.Split('\n');
        var from = 0;
        expected = start is null ? expected : start.Value + 1;
        for (var index = 1; index < lines.Length; index++)
        {
            if (Expected(NoteStart.Of(lines[index]), expected) is not { } next)
                continue;
            yield return (Part(piece, lines, from, index), start);
            (from, start, expected) = (index, next, next.Value + 1);
        }

        yield return (Part(piece, lines, from, lines.Length), start);
    }

    // Numbers rise by one; other labels come as they come.
    private static NoteStart? Expected(NoteStart? start, int? expected) => start is null || start.Length == 0 || start.Value == expected ? start : null;

    private static Piece Part(Piece piece, string[] lines, int start, int end) =>
        piece with { Text = string.Join('\n', lines[start..end]), FirstLine = piece.FirstLine + start, LastLine = piece.FirstLine + end - 1 };
}
