using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Joining;

/// <summary>A note mark that slipped from the end of one paragraph to the beginning of the next.</summary>
internal static class OrphanMarks
{
    /// <summary>The label of the mark that a block begins with, if words follow it.</summary>
    public static string? LeadingLabel(string text)
    {
        var end = 0;
        while (end < text.Length && Marks.Superscripts.Contains(text[end]))
            end++;
        if (end > 0)
            return text.Length > end + 1 && text[end] == ' ' ? Marks.Digits(text.AsSpan(0, end)) : null;

        var close = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        return close is > 1 and < 6 && close + 1 < text.Length && text[close + 1] == ' ' && text.AsSpan(1, close - 1).IndexOfAnyExceptInRange('0', '9') < 0 ? text[1..close] : null;
    }
}
