using StudyGroup.Readings.Import.Joining;
using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Notes;

/// <summary>The text of an article with its lines joined and its references set, and its notes under labels that are unique in it.</summary>
internal sealed record FootnotedText(List<Piece> Body, List<Note> Notes);

/// <summary>Finds the notes of one article and links them both ways. Numbers may start anew behind each section of notes.</summary>
internal sealed class Footnotes(LineJoin lines, PageBreakRepair joints, Findings findings)
{
    public FootnotedText Read(List<Piece> pieces)
    {
        var body = new List<Piece>();
        var notes = new List<Note>();
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in new NotesSection(joints, findings).Split(pieces))
        {
            var scattered = ScatteredNotes.Take(part.Body);
            var labels = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            foreach (var note in scattered.Notes.Concat(part.Notes))
            {
                var label = Unique(note.Label, times);
                notes.Add(new Note(label, lines.Join(note.Words)));
                if (!labels.TryAdd(note.Label, [label]))
                    labels[note.Label].Add(label);
            }

            var defined = part.Notes.Select(note => note.Label).ToHashSet(StringComparer.Ordinal);
            var links = new NoteLinks(labels);
            body.AddRange(links.Link(joints.Join([.. scattered.Body.Select(lines.Join)], defined)));
            Report(scattered.Notes.Count + part.Notes.Count, links.Linked, notes);
        }

        return new FootnotedText(body, notes);
    }

    private static string Unique(string label, Dictionary<string, int> times)
    {
        var time = times.GetValueOrDefault(label) + 1;
        times[label] = time;
        return time == 1 ? label : $"{label}-{time}";
    }

    private void Report(int count, int linked, List<Note> notes)
    {
        if (count == 0)
            return;
        var first = notes[^count];
        findings.Allows(RepairRules.Notes, linked == count ? Sureness.Silent : Sureness.ForReview, first.Words.FirstLine, first.Words.Text, $"{linked} of {count} notes have a mark in the text");
    }
}
