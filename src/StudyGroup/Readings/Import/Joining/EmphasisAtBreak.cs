namespace StudyGroup.Readings.Import.Joining;

/// <summary>Exporters close emphasis at the end of a column; across the break it goes on.</summary>
internal static class EmphasisAtBreak
{
    /// <summary>Takes the marks out that close at the break, and those that open again behind it.</summary>
    /// <returns>The halves; <c>Moved</c> when emphasis was not opened again and now ends with the quotation or the paragraph.</returns>
    public static (string First, string Second, bool Moved) Heal(string first, string second, bool isInsideWord)
    {
        var closing = first.Length - first.TrimEnd('*').Length;
        var opening = second.Length - second.TrimStart('*').Length;
        if (closing == 0 || (opening != closing && !isInsideWord))
            return (first, second, false);
        if (opening == closing)
            return (first[..^closing], second[opening..], false);

        // Nobody closes emphasis within a word.
        var marks = first[^closing..];
        var end = EndOfEmphasis(first[..^closing], second);
        return (first[..^closing], second[..end] + marks + second[end..], true);
    }

    // Before the mark that closes the quotation the emphasis began with, else at the end.
    private static int EndOfEmphasis(string first, string second)
    {
        var opened = first.LastIndexOf('*');
        var quote = opened > 0 ? first[opened - 1] : ' ';
        var close = quote switch { '“' => '”', '„' => '“', '«' => '»', '"' => '"', _ => '\0' };
        var end = close == '\0' ? -1 : second.IndexOf(close, StringComparison.Ordinal);
        return end > 0 ? end : second.Length;
    }
}
