using System.Text;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Joining;

/// <summary>The lines of a paragraph become one; a word hyphenated at a line's end becomes whole.</summary>
internal sealed class LineJoin(Vocabulary vocabulary, Findings findings)
{
    public Piece Join(Piece piece)
    {
        if (piece.Kind is BlockKind.Verse or BlockKind.Code or BlockKind.Table || !piece.Text.Contains('\n'))
            return piece;

        var text = new StringBuilder(piece.Text.Length);
        var line = piece.FirstLine;
        foreach (var range in piece.Text.AsSpan().Split('\n'))
        {
            Append(text, piece.Text.AsSpan(range), line++);
        }

        return piece with { Text = text.ToString() };
    }

    private void Append(StringBuilder text, ReadOnlySpan<char> line, int number)
    {
        if (text.Length > 0 && EndsHyphenated(text) && line.Length > 0 && char.IsLower(line[0]))
            Close(text, line, number);
        else if (text.Length > 1 && text[^1] == ' ' && text[^2] == ' ')
            text.Append('\n');
        else if (text.Length > 0)
            text.Append(' ');
        text.Append(line);
    }

    private void Close(StringBuilder text, ReadOnlySpan<char> line, int number)
    {
        var tail = text.ToString(Math.Max(0, text.Length - 42), Math.Min(42, text.Length))[..^1];
        var second = HyphenChoice.FirstPart(line);
        var (keeps, sureness) = HyphenChoice.Of(HyphenChoice.LastPart(tail), second, vocabulary);
        if (keeps)
            return;
        text.Length--;
        findings.Repaired(RepairRules.WordBreak, sureness, number, Findings.Joint(tail, "- | ", line), Findings.Joint(tail, "", line));
    }

    private static bool EndsHyphenated(StringBuilder text) => text.Length > 1 && text[^1] is '-' or '\u2010' && char.IsLetter(text[^2]);
}
