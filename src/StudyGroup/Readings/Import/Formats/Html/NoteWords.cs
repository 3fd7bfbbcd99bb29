using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>The words of a note without the label that is printed before them.</summary>
internal static class NoteWords
{
    public static string WithoutLabel(string words, string label)
    {
        var raised = label.All(char.IsAsciiDigit) ? string.Concat(label.Select(digit => Marks.Superscripts[digit - '0'])) : label;
        foreach (var printed in (ReadOnlySpan<string>)[label, raised, "\\" + label])
        {
            var start = words.AsSpan().TrimStart(" [({*↩↑^\\");
            if (!start.StartsWith(printed, StringComparison.Ordinal))
                continue;
            var rest = start[printed.Length..];
            if (rest.IsEmpty || !char.IsLetterOrDigit(rest[0]))
                return rest.TrimStart("])}.:\\* \u00A0").ToString();
        }

        var own = words.TrimStart(' ', '^', '↩', '↑');
        return own is ['.' or ':' or ')' or ']', ' ', ..] ? own[2..] : own;
    }
}
