using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Notes;

/// <summary>Notes without a heading: those that mark-up defines, and those printed below the paragraph that holds their mark.</summary>
internal static class ScatteredNotes
{
    public static Noted Take(List<Piece> pieces)
    {
        var marks = pieces.Where(piece => piece.NoteLabel is null).SelectMany(piece => NoteMarks.In(piece.Text)).Where(mark => mark.Start > 0 && !mark.IsRound).Select(mark => mark.Label).ToHashSet(StringComparer.Ordinal);
        var body = new List<Piece>(pieces.Count);
        var notes = new List<Note>();
        foreach (var piece in pieces)
        {
            if (piece.NoteLabel is { } defined)
                notes.Add(new Note(defined, piece with { NoteLabel = null }));
            else if (piece.IsOpen && NoteStart.Unmistakable(piece.Text) is { } start && marks.Contains(start.Label))
                notes.Add(new Note(start.Label, piece with { Text = WordsOf(piece.Text, start) }));
            else
                body.Add(piece);
        }

        return new Noted(body, notes);
    }

    // "[Footnote 1: the words]" holds the words within its brackets.
    private static string WordsOf(string text, NoteStart start)
    {
        var words = text[start.Length..];
        var isEnclosed = text[..start.Length].Contains(':') && !text[..start.Length].Contains(']') && words.EndsWith(']');
        return isEnclosed ? words[..^1].TrimEnd() : words;
    }
}
