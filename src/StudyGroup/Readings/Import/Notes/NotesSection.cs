using StudyGroup.Readings.Import.Joining;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Notes;

/// <summary>Parts the notes under a heading such as "Notes" from the text before them and from what follows.</summary>
internal sealed class NotesSection(PageBreakRepair joints, Findings findings)
{
    private const int ProseWords = 40;
    private const int HeadingWords = 20;

    public List<Noted> Split(List<Piece> pieces)
    {
        var parts = new List<Noted>();
        var body = new List<Piece>();
        for (var index = 0; index < pieces.Count;)
        {
            if (!NotesExtent.BeginsAt(pieces, index) || IsUndone(pieces[index + 1]))
            {
                body.Add(pieces[index++]);
                continue;
            }

            findings.SetAside(pieces[index], "Heading of the notes");
            parts.Add(new Noted(body, Notes(NotesExtent.Read(pieces, index + 1, out index))));
            body = [];
            index = SkipForeign(pieces, index, body);
        }

        if (body.Count > 0 || parts.Count == 0)
            parts.Add(new Noted(body, []));
        return parts;
    }

    private bool IsUndone(Piece firstNote) =>
        findings.IsUndone(RepairRules.Notes, firstNote.FirstLine) && !findings.Allows(RepairRules.Notes, Sureness.Silent, firstNote.FirstLine, firstNote.Text, firstNote.Text);

    private List<Note> Notes(List<(Piece Piece, NoteStart? Start)> parts)
    {
        var notes = new List<Note>();
        foreach (var (piece, start) in parts)
        {
            if (start is not null)
                notes.Add(new Note(start.Label, piece with { Text = piece.Text[start.Length..], Kind = null, NoteLabel = null }));
            else
                notes[^1] = notes[^1] with { Words = notes[^1].Words with { Text = joints.Join(notes[^1].Words.Text, piece), LastLine = piece.LastLine } };
        }

        return notes;
    }

    /// <summary>Behind the notes stand boxes and addresses, or the text goes on with a heading or a paragraph.</summary>
    private int SkipForeign(List<Piece> pieces, int index, List<Piece> body)
    {
        var prose = index;
        while (prose < pieces.Count && !IsProse(pieces[prose]))
            prose++;
        var resumed = prose;
        while (prose < pieces.Count && resumed > index && resumed > prose - 2 && IsShort(pieces[resumed - 1]))
            resumed--;
        for (var foreign = index; foreign < resumed; foreign++)
        {
            if (findings.Allows(RepairRules.Box, Sureness.ForReview, pieces[foreign].FirstLine, pieces[foreign].Text, ""))
                findings.SetAside(pieces[foreign], "Behind the notes, and no note");
            else
                body.Add(pieces[foreign]);
        }

        return resumed;
    }

    private static bool IsProse(Piece piece) =>
        piece is { Kind: BlockKind.Heading, IsMarked: true } || (piece.IsOpen && !WordCount.AtMost(ProseWords, piece.Text) && !WebAddress.EndsText(piece.Text) && SentenceEnd.IsReached(piece.Text));

    private static bool IsShort(Piece piece) =>
        piece.Kind == BlockKind.Heading || (piece.IsOpen && WordCount.AtMost(HeadingWords, piece.Text) && !SentenceEnd.IsReached(piece.Text) && !WebAddress.IsWithin(piece.Text));
}
