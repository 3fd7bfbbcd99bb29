using System.Buffers;
using System.Text;

namespace StudyGroup.Readings.Import.Inline;

/// <summary>Plain text with remains of mark-up becomes inline Markdown that says the same and nothing by chance.</summary>
internal sealed class InlineWriter(Findings findings)
{
    private const string UnescapedByExporters = "$()";

    private static readonly SearchValues<char> Special = SearchValues.Create("*_\\`<h");

    public string Write(string text, int line)
    {
        text = BlanksBeforeStops.Remove(text, line, findings);
        if (text.AsSpan().IndexOfAny(Special) < 0)
            return text;

        var marks = EmphasisMarks.In(text, index => Skip(text, index));
        var written = new StringBuilder(text.Length + 16);
        var (next, loose) = (0, 0);
        var literalTicks = HasLooseTicks(text);
        for (var index = 0; index < text.Length;)
        {
            if (next < marks.Count && marks[next].Start == index)
            {
                loose += Emphasis(written, text, marks[next]);
                index += marks[next++].Length;
            }
            else if (text[index] == '`' && literalTicks)
            {
                written.Append("\\`");
                index++;
            }
            else
            {
                index = Other(written, text, index, line);
            }
        }

        var result = written.ToString();
        return loose == 0 || findings.Allows(RepairRules.Emphasis, Sureness.ForReview, line, text, result) ? result : text;
    }

    /// <summary>Escapes and addresses hold characters that are no marks.</summary>
    private static int Skip(string text, int index)
    {
        if (text[index] == '\\')
            return Math.Min(text.Length, index + 2);
        var marked = Addresses.EndOfMarked(text, index);
        return marked > index ? marked : Addresses.EndOfBare(text, index);
    }

    /// <returns>1 for an asterisk that touches a word and has no partner.</returns>
    private static int Emphasis(StringBuilder written, string text, EmphasisMark mark)
    {
        if (mark.IsMatched)
        {
            written.Append('*', mark.Length);
            return 0;
        }

        var isAsterisk = text[mark.Start] == '*';
        for (var count = 0; count < mark.Length; count++)
            written.Append(isAsterisk ? "\\*" : IsWithinWord(text, mark) ? "_" : "\\_");
        var touches = (mark.Start > 0 && text[mark.Start - 1] != ' ') || (mark.Start + mark.Length < text.Length && text[mark.Start + mark.Length] != ' ');
        return isAsterisk && touches ? 1 : 0;
    }

    private int Other(StringBuilder written, string text, int index, int line)
    {
        if (text[index] == '\\' && index + 1 < text.Length && UnescapedByExporters.Contains(text[index + 1])
            && findings.Allows(RepairRules.Escape, Sureness.Silent, line, text.AsSpan(index, 2), text.AsSpan(index + 1, 1)))
        {
            written.Append(text[index + 1]);
            return index + 2;
        }

        var end = Skip(text, index);
        if (end == index)
        {
            written.Append(text[index]);
            return index + 1;
        }

        var isBare = text[index] is 'h' or 'H' && findings.Allows(RepairRules.BareAddress, Sureness.Silent, line, text.AsSpan(index, end - index), $"<{text.AsSpan(index, end - index)}>");
        written.Append(isBare ? "<" : "").Append(text, index, end - index).Append(isBare ? ">" : "");
        return end;
    }

    private static bool IsWithinWord(string text, EmphasisMark mark) =>
        mark.Start > 0 && mark.Start + mark.Length < text.Length && char.IsLetterOrDigit(text[mark.Start - 1]) && char.IsLetterOrDigit(text[mark.Start + mark.Length]);

    // ``Quoted'' in the manner of typewriters, or a single tick: no code.
    private static bool HasLooseTicks(string text) =>
        text.AsSpan().Count('`') % 2 == 1 || (text.Contains("``", StringComparison.Ordinal) && text.Contains("''", StringComparison.Ordinal));
}
