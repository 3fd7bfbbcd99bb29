using System.Text;
using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Notes;

/// <summary>Turns the marks of a text into references to its notes.</summary>
/// <param name="labels">The label as printed, to the labels of the notes that carry it, in order.</param>
internal sealed class NoteLinks(IReadOnlyDictionary<string, List<string>> labels)
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private HashSet<string> plain = [];

    /// <summary>How many of the labels are referred to.</summary>
    public int Linked => seen.Count;

    public List<Piece> Link(List<Piece> pieces)
    {
        if (labels.Count == 0)
            return pieces;

        // A number in round brackets refers where it stands first, unless a raised one or one in square brackets does.
        plain = pieces.SelectMany(piece => NoteMarks.In(piece.Text)).Where(mark => !mark.IsRound).Select(mark => mark.Label).ToHashSet(StringComparer.Ordinal);
        return [.. pieces.Select(piece => piece.Kind is BlockKind.Code or BlockKind.Rule ? piece : piece with { Text = LinkIn(piece.Text) })];
    }

    // References that the format wrote already.
    private void CountReferences(string text)
    {
        for (var start = text.IndexOf("[^", StringComparison.Ordinal); start >= 0; start = text.IndexOf("[^", start + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOf(']', start);
            if (end > start && labels.ContainsKey(text[(start + 2)..end]))
                seen[text[(start + 2)..end]] = seen.GetValueOrDefault(text[(start + 2)..end]) + 1;
        }
    }

    private string LinkIn(string text)
    {
        CountReferences(text);
        StringBuilder? linked = null;
        var copied = 0;
        foreach (var mark in NoteMarks.In(text))
        {
            if (!labels.TryGetValue(mark.Label, out var targets) || (mark.IsRound && (seen.ContainsKey(mark.Label) || plain.Contains(mark.Label))))
                continue;

            var times = seen.GetValueOrDefault(mark.Label);
            seen[mark.Label] = times + 1;
            linked ??= new StringBuilder(text.Length + 16);
            linked.Append(text.AsSpan(copied, mark.Start - copied).TrimEnd(' ')).Append("[^").Append(targets[Math.Min(times, targets.Count - 1)]).Append(']');
            copied = mark.Start + mark.Length;
        }

        return linked is null ? text : linked.Append(text, copied, text.Length - copied).ToString();
    }
}
