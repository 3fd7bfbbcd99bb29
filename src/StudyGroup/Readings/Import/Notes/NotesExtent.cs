using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Notes;

/// <summary>Where the notes under a heading begin and end.</summary>
internal static class NotesExtent
{
    private const int BlocksToNextNote = 6;
    private const int LongestHeading = 40;

    /// <summary>Whether notes begin here: under their own heading, or under one of references that the text refers to by number.</summary>
    public static bool BeginsAt(List<Piece> pieces, int index)
    {
        var piece = pieces[index];
        if (index + 1 == pieces.Count || piece.Text.Length > LongestHeading || !(piece.IsOpen || piece.Kind == BlockKind.Heading))
            return false;
        var heading = Marks.WithoutEmphasis(piece.Text).TrimEnd(":.").ToString();
        return (WordLists.NotesHeadings.Contains(heading) && StartOf(pieces[index + 1]) is not null)
            || (WordLists.ReferenceHeadings.Contains(heading) && StartOf(pieces[index + 1]) is { Label: "1" } && IsReferredTo(pieces, index));
    }

    public static NoteStart? StartOf(Piece piece) =>
        piece.NoteLabel is { } marked ? new NoteStart(marked, 0)
        : piece is { Kind: BlockKind.ListItem, Label: { } label } ? new NoteStart(label, 0)
        : piece.IsOpen ? NoteStart.Of(piece.Text) : null;

    /// <summary>The parts of the notes from here on: each with its start, or none where it goes on with the note before it.</summary>
    /// <param name="pieces">The text.</param>
    /// <param name="index">The first note.</param>
    /// <param name="end">Where the first block stands that is no note.</param>
    public static List<(Piece Piece, NoteStart? Start)> Read(List<Piece> pieces, int index, out int end)
    {
        var parts = new List<(Piece, NoteStart?)>();
        var expected = StartOf(pieces[index])?.Value;
        var last = "";
        for (end = index; end < pieces.Count; end++)
        {
            var lines = NoteLines.Of(pieces[end], expected, StartOf).ToList();
            if (lines[0].Start is null && (parts.Count == 0 || !GoesOn(pieces, end, last, expected)))
                break;
            foreach (var (piece, start) in lines)
            {
                parts.Add((piece, start));
                expected = start is null ? expected : start.Value + 1;
                last = piece.Text;
            }
        }

        return parts;
    }

    // An unfinished note goes on; a finished one has a second paragraph only where the next note is still to come.
    private static bool GoesOn(List<Piece> pieces, int index, string last, int? expected)
    {
        if (!pieces[index].IsOpen)
            return false;
        if (!SentenceEnd.IsReached(last))
            return true;
        for (var next = index + 1; next < Math.Min(pieces.Count, index + BlocksToNextNote); next++)
        {
            if (StartOf(pieces[next]) is { } start && start.Value == expected && expected is not null)
                return true;
        }

        return false;
    }

    private static bool IsReferredTo(List<Piece> pieces, int end) =>
        pieces.Take(end).SelectMany(piece => NoteMarks.In(piece.Text)).Select(mark => mark.Label).Intersect(["1", "2"], StringComparer.Ordinal).Count() == 2;
}
