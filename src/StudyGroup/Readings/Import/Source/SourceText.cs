namespace StudyGroup.Readings.Import.Source;

/// <summary>The characters of a file and where its lines begin. Lines count from 1 and end at LF, CR, or both.</summary>
internal sealed class SourceText
{
    private readonly string text;
    private readonly List<int> starts = [0];

    public SourceText(string text)
    {
        this.text = text;
        for (var index = text.AsSpan().IndexOfAny('\n', '\r'); index >= 0;)
        {
            var next = index + (text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n' ? 2 : 1);
            starts.Add(next);
            var step = text.AsSpan(next).IndexOfAny('\n', '\r');
            index = step < 0 ? -1 : next + step;
        }
    }

    public int LineCount => starts.Count;

    public int Length => text.Length;

    /// <summary>One line as it stands, without its end.</summary>
    public ReadOnlySpan<char> Raw(int number) => text.AsSpan(starts[number - 1]..End(number));

    /// <summary>One line with its letters folded, blanks at its end removed.</summary>
    public string Line(int number) => LetterFolding.Fold(Raw(number).TrimEnd());

    public bool IsBlank(int number) => LetterFolding.IsBlank(Raw(number));

    /// <summary>Lines exactly as they stand.</summary>
    public string Lines(int first, int last) => text[starts[first - 1]..End(last)];

    private int End(int number)
    {
        var end = number < starts.Count ? starts[number] : text.Length;
        if (end > starts[number - 1] && text[end - 1] == '\n')
            end--;
        if (end > starts[number - 1] && text[end - 1] == '\r')
            end--;
        return end;
    }
}
