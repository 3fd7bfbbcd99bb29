using System.Text;

namespace StudyGroup.Readings.Import.Inline;

/// <summary>A blank between a word and its full stop or comma.</summary>
internal static class BlanksBeforeStops
{
    public static string Remove(string text, int line, Findings findings)
    {
        StringBuilder? removed = null;
        var copied = 0;
        for (var index = text.IndexOf(' ', StringComparison.Ordinal); index >= 0 && index + 1 < text.Length; index = text.IndexOf(' ', index + 1))
        {
            if (!IsStray(text, index) || !findings.Allows(RepairRules.SpaceBeforeStop, Sureness.Silent, line, Around(text, index, index + 1), Around(text, index, index)))
                continue;
            removed ??= new StringBuilder(text.Length);
            removed.Append(text, copied, index - copied);
            copied = index + 1;
        }

        return removed is null ? text : removed.Append(text, copied, text.Length - copied).ToString();
    }

    private static string Around(string text, int blank, int rest) =>
        string.Concat(text.AsSpan(Math.Max(0, blank - 20), Math.Min(20, blank)), rest > blank ? " " : "", text.AsSpan(blank + 1, 1));

    // Spaced points are an omission, and ".5" is a number.
    private static bool IsStray(string text, int index) =>
        index > 0 && char.IsLetterOrDigit(text[index - 1]) && text[index + 1] is '.' or ','
        && (index + 2 == text.Length || (text[index + 2] == ' ' && (index + 3 == text.Length || text[index + 3] != '.')));
}
