using StudyGroup.Readings.Import.Joining;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Notes;

/// <summary>Parts the notes under a heading such as "Notes" from the text before them and from what follows.</summary>
internal sealed class NotesSection(PageBreakRepair joints, Findings findings)
{
    private const int ProseWords = 40;
    private const int BlocksToNextNote = 6;

    public List<Noted> Split(List<Piece> pieces)
    {
        var parts = new List<Noted>();
        var body = new List<Piece>();
        for (var index = 0; index < pieces.Count;)
        {
            if (!IsNotesAt(pieces, index) || StartOf(pieces[index + 1]) is not { } first)
            {
                body.Add(pieces[index++]);
                continue;
            }

            findings.SetAside(pieces[index], "Heading of the notes");
            var notes = new List<Note>();
            index = ReadNotes(pieces, index + 1, first, notes);
            index = SkipForeign(pieces, index);
            parts.Add(new Noted(body, notes));
            body = [];
        }

        if (body.Count > 0 || parts.Count == 0)
            parts.Add(new Noted(body, []));
        return parts;
    }

    /// <summary>Whether notes begin here: under their own heading, or under one of references that the text refers to by number.</summary>
    public static bool IsNotesAt(List<Piece> pieces, int index)
    {
        var piece = pieces[index];
        if (index + 1 == pieces.Count || piece.Text.Length > 40 || !(piece.IsOpen || piece.Kind == BlockKind.Heading))
            return false;
        var heading = Marks.WithoutEmphasis(piece.Text).TrimEnd(":.").ToString();
        return WordLists.NotesHeadings.Contains(heading) || (WordLists.ReferenceHeadings.Contains(heading) && StartOf(pieces[index + 1]) is { Label: "1" } && IsReferredTo(pieces, index));
    }

    private static bool IsReferredTo(List<Piece> pieces, int end) =>
        pieces.Take(end).SelectMany(piece => NoteMarks.In(piece.Text)).Select(mark => mark.Label).Intersect(["1", "2"], StringComparer.Ordinal).Count() == 2;

    private static NoteStart? StartOf(Piece piece) =>
        piece.NoteLabel is { } marked ? new NoteStart(marked, 0)
        : piece is { Kind: BlockKind.ListItem, Label: { } label } ? new NoteStart(label, 0)
        : piece.IsOpen ? NoteStart.Of(piece.Text) : null;

    private int ReadNotes(List<Piece> pieces, int index, NoteStart first, List<Note> notes)
    {
        var expected = first.Value;
        for (; index < pieces.Count; index++)
        {
            var lines = NoteLines.Of(pieces[index], expected, StartOf).ToList();
            if (lines[0].Start is null && !Continues(pieces, index, notes, expected))
                return index;
            foreach (var (piece, start) in lines)
            {
                if (start is null)
                {
                    Append(notes, piece);
                    continue;
                }

                notes.Add(new Note(start.Label, piece with { Text = piece.Text[start.Length..], Kind = null, NoteLabel = null }));
                expected = start.Value + 1;
            }
        }

        return index;
    }

    // An unfinished note goes on; a finished one has a second paragraph only where the next note is still to come.
    private static bool Continues(List<Piece> pieces, int index, List<Note> notes, int? expected)
    {
        if (!pieces[index].IsOpen)
            return false;
        if (!SentenceEnd.IsReached(notes[^1].Words.Text))
            return true;
        for (var next = index + 1; next < Math.Min(pieces.Count, index + BlocksToNextNote); next++)
        {
            if (StartOf(pieces[next]) is { } start && start.Value == expected && expected is not null)
                return true;
        }

        return false;
    }

    private void Append(List<Note> notes, Piece piece)
    {
        var note = notes[^1];
        var isUnfinished = !SentenceEnd.IsReached(note.Words.Text);
        var kind = isUnfinished && SentenceEnd.GoesOnSmall(piece.Text) ? SentenceEnd.IsHyphenated(note.Words.Text) ? PageBreak.Hyphen : PageBreak.SmallLetter : PageBreak.Capital;
        notes[^1] = note with { Words = note.Words with { Text = joints.Join(note.Words.Text, piece, kind), LastLine = piece.LastLine } };
    }

    /// <summary>Behind the notes stand boxes and addresses, or the text goes on with a heading or a paragraph.</summary>
    private int SkipForeign(List<Piece> pieces, int index)
    {
        var prose = index;
        while (prose < pieces.Count && !IsProse(pieces[prose]))
            prose++;
        var resumed = prose;
        while (prose < pieces.Count && resumed > index && resumed > prose - 2 && IsShort(pieces[resumed - 1]))
            resumed--;
        for (var foreign = index; foreign < resumed; foreign++)
        {
            findings.SetAside(pieces[foreign], "Behind the notes, and no note");
            findings.Repaired(RepairRules.Box, Sureness.ForReview, pieces[foreign].FirstLine, pieces[foreign].Text, "");
        }

        return resumed;
    }

    private static bool IsProse(Piece piece) =>
        piece is { Kind: BlockKind.Heading, IsMarked: true } || (piece.IsOpen && !WordCount.AtMost(ProseWords, piece.Text) && !WebAddress.EndsText(piece.Text) && SentenceEnd.IsReached(piece.Text));

    private static bool IsShort(Piece piece) =>
        piece.Kind == BlockKind.Heading || (piece.IsOpen && WordCount.AtMost(20, piece.Text) && !SentenceEnd.IsReached(piece.Text) && !WebAddress.IsWithin(piece.Text));
}
