using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Notes;

/// <summary>The label that a note begins with: <c>1)</c>, <c>(1)</c>, <c>1.</c>, <c>1 Text</c>, <c>[1]</c>, <c>¹</c>, <c>[Note 1]</c>.</summary>
internal sealed record NoteStart(string Label, int Length)
{
    private const int LongestLabel = 12;

    public int? Value => int.TryParse(Label, out var value) ? value : null;

    /// <summary>Any of the forms; only where a heading has said that notes follow.</summary>
    public static NoteStart? Of(string text)
    {
        if (Unmistakable(text) is { } start)
            return start;
        var open = text.StartsWith('(') ? 1 : 0;
        var end = Digits(text, open);
        if (end == open || end - open > 3 || end >= text.Length)
            return null;

        var close = end;
        while (close < text.Length && ".):".Contains(text[close]))
            close++;
        var words = text.AsSpan(close).TrimStart();
        if (words.IsEmpty || words.Length == text.Length - close)
            return null;

        // "2 years ago" goes on with a sentence.
        return close == end && char.IsLower(words[0]) && !WebAddress.IsAt(words) ? null : new NoteStart(Marks.Number(text.AsSpan(open, end - open)), text.Length - words.Length);
    }

    /// <summary>Brackets and superscripts, which no paragraph begins with by chance.</summary>
    public static NoteStart? Unmistakable(string text)
    {
        var raised = 0;
        while (raised < text.Length && Marks.Superscripts.Contains(text[raised]))
            raised++;
        if (raised > 0)
            return raised < text.Length ? new NoteStart(Marks.Digits(text.AsSpan(0, raised)), SkipBlanks(text, raised)) : null;

        var close = text.StartsWith('[') ? text.IndexOfAny([']', ':']) : -1;
        if (close is < 2 or > LongestLabel + 10 || close + 1 >= text.Length || text[close + 1] is '(' or '[')
            return null;
        var label = LabelIn(text.AsSpan(1, close - 1));
        if (label is null || (text[close] == ':' && !label.Value.IsSpelled))
            return null;
        var behind = text[close] == ']' && text[close + 1] is ':' or '.' ? close + 2 : close + 1;
        return behind < text.Length ? new NoteStart(label.Value.Label, SkipBlanks(text, behind)) : null;
    }

    /// <summary>The label in the brackets of a mark: digits, one letter, or the word "note" and a number.</summary>
    public static (string Label, bool IsSpelled)? LabelIn(ReadOnlySpan<char> inside)
    {
        var spelled = inside.StartsWith("footnote ", StringComparison.OrdinalIgnoreCase) ? 9 : inside.StartsWith("note ", StringComparison.OrdinalIgnoreCase) ? 5 : 0;
        var label = inside[spelled..].Trim();
        var isNumber = label.Length is > 0 and <= 4;
        foreach (var character in label)
            isNumber &= char.IsDigit(character);
        if (isNumber)
            return (Marks.Number(label), spelled > 0);
        var isLabel = label.Length == 1 && (char.IsAsciiLetter(label[0]) || "*†‡§".Contains(label[0]));
        return isLabel && (spelled > 0 || !char.IsAsciiLetterUpper(label[0])) ? (label.ToString(), spelled > 0) : null;
    }

    private static int Digits(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsDigit(text[end]))
            end++;
        return end;
    }

    private static int SkipBlanks(string text, int index)
    {
        while (index < text.Length && text[index] == ' ')
            index++;
        return index;
    }
}
