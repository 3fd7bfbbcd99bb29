using System.Text;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Joining;

/// <summary>The lines of a paragraph become one; a word hyphenated at a line's end becomes whole.</summary>
internal sealed class LineJoin(Vocabulary vocabulary, Findings findings)
{
    private const int LongestAddress = 400;

    public Piece Join(Piece piece)
    {
        if (piece.Kind is BlockKind.Verse or BlockKind.Code or BlockKind.Table || !piece.Text.Contains('\n'))
            return piece;

        var text = new StringBuilder(piece.Text.Length);
        var line = piece.FirstLine;
        foreach (var range in piece.Text.AsSpan().Split('\n'))
        {
            Append(text, piece.Text.AsSpan(range), line++);
            if (piece.KeepsLines)
                text.Append("  ");
        }

        return piece with { Text = text.ToString().TrimEnd(' ') };
    }

    private void Append(StringBuilder text, ReadOnlySpan<char> line, int number)
    {
        if (text.Length > 0 && AddressAtEnd(text) is { } address && (address[^1] == '-' || CutAddresses.AreHalves(address, line.ToString())))
            Continue(text, address, line.ToString(), out line);
        else if (text.Length > 0 && EndsHyphenated(text) && line.Length > 0 && char.IsLower(line[0]))
            Close(text, line, number);
        else if (text.Length > 1 && text[^1] == ' ' && text[^2] == ' ')
            text.Append('\n');
        else if (text.Length > 0)
            text.Append(' ');
        text.Append(line);
    }

    /// <summary>The address that the text ends with, with its opening bracket, or null.</summary>
    private static string? AddressAtEnd(StringBuilder text)
    {
        if (text[^1] == ' ')
            return null;
        var length = 1;
        while (length < Math.Min(text.Length, LongestAddress) && text[text.Length - length - 1] is not (' ' or '\n'))
            length++;
        var last = text.ToString(text.Length - length, length);
        return last.Contains("://", StringComparison.Ordinal) ? last : null;
    }

    private static void Continue(StringBuilder text, string address, string line, out ReadOnlySpan<char> rest)
    {
        var (first, second) = CutAddresses.Join(address, line);
        text.Length -= address.Length;
        text.Append(first);
        rest = second;
    }

    private void Close(StringBuilder text, ReadOnlySpan<char> line, int number)
    {
        var tail = text.ToString(Math.Max(0, text.Length - 42), Math.Min(42, text.Length))[..^1];
        var second = HyphenChoice.FirstPart(line);
        var (keeps, sureness) = HyphenChoice.Of(HyphenChoice.LastPart(tail), second, vocabulary);
        if (!keeps && findings.Allows(RepairRules.WordBreak, sureness, number, Snippets.Joint(tail, "- | ", line), Snippets.Joint(tail, "", line)))
            text.Length--;
    }

    private static bool EndsHyphenated(StringBuilder text) => text.Length > 1 && text[^1] is '-' or '\u2010' && char.IsLetter(text[^2]);
}
