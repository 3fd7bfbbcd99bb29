using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Notes;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Pdf;

/// <summary>Notes at the foot of a sheet: smaller lines at its end, numbered, with marks of the same numbers above them.</summary>
internal sealed class PdfNotes(double bodySize)
{
    private const double Smaller = 0.93;

    private readonly List<(string Label, List<string> Lines)> notes = [];
    private readonly Dictionary<string, int> times = new(StringComparer.Ordinal);

    /// <summary>The notes so far, as blocks.</summary>
    public IEnumerable<Piece> Pieces => notes.Select(note => new Piece(string.Join('\n', note.Lines), 0, 0) { NoteLabel = note.Label, IsMarked = true });

    /// <summary>Takes the notes out of the sheets: those below their marks, and those that stand together behind the text.</summary>
    /// <returns>For each sheet, the printed numbers to their labels.</returns>
    public List<Dictionary<string, string>> Take(List<PdfPage> pages)
    {
        var labels = pages.Select(page => Take(page, MarksIn(page))).ToList();
        var open = pages.Zip(labels, (page, known) => MarksIn(page).Except(known.Keys).ToHashSet(StringComparer.Ordinal)).ToList();
        var last = Take(pages[^1], [.. open.SelectMany(marks => marks)]);
        for (var index = 0; index < pages.Count; index++)
        {
            foreach (var mark in open[index].Where(last.ContainsKey))
                labels[index][mark] = last[mark];
        }

        return labels;
    }

    private static HashSet<string> MarksIn(PdfPage page) =>
        page.Blocks.SelectMany(block => block.Lines).SelectMany(line => NoteMarks.In(line.Text)).Where(mark => !mark.IsRound && mark.Start > 0).Select(mark => mark.Label).ToHashSet(StringComparer.Ordinal);

    private Dictionary<string, string> Take(PdfPage page, HashSet<string> marks)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = page.Blocks.SelectMany(block => block.Lines).ToList();
        var start = lines.Count;
        while (start > 0 && lines[start - 1].Size < bodySize * Smaller)
            start--;
        var begin = start + lines[start..].TakeWhile(line => StartOf(line) is not { } note || !marks.Contains(note.Label)).Count();
        if (begin == lines.Count)
            return labels;

        // What stands before the first number goes on from the sheet before, or is small print of the text.
        var taken = notes.Count > 0 ? lines[start..] : lines[begin..];
        foreach (var line in taken)
        {
            if (StartOf(line) is { } note && marks.Contains(note.Label) && !labels.ContainsKey(note.Label))
            {
                var time = times[note.Label] = times.GetValueOrDefault(note.Label) + 1;
                labels[note.Label] = time == 1 ? note.Label : $"{note.Label}-{time}";
                notes.Add((labels[note.Label], [line.Text[note.Length..]]));
            }
            else
            {
                notes[^1].Lines.Add(line.Text);
            }
        }

        var gone = new HashSet<PdfLine>(taken, ReferenceEqualityComparer.Instance);
        foreach (var block in page.Blocks)
            block.Lines.RemoveAll(gone.Contains);
        page.Blocks.RemoveAll(block => block.Lines.Count == 0);
        return labels;
    }

    /// <summary>Turns the marks of a sheet into references to its notes.</summary>
    public static string Linked(string text, Dictionary<string, string> labels) =>
        labels.Count == 0 || !text.Any(character => Marks.Superscripts.Contains(character) || character == '[') ? text
        : new NoteLinks(labels.ToDictionary(label => label.Key, label => new List<string> { label.Value }, StringComparer.Ordinal)).Link([new Piece(text, 0, 0)])[0].Text;

    private static NoteStart? StartOf(PdfLine line) => NoteStart.Of(line.Text);
}
