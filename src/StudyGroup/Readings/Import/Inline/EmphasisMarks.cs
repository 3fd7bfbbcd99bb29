namespace StudyGroup.Readings.Import.Inline;

/// <summary>One run of asterisks or underscores, and what it does.</summary>
internal readonly record struct EmphasisMark(int Start, int Length, bool IsMatched);

/// <summary>Finds which runs of asterisks and underscores mark emphasis: those that have a partner, as Markdown reads them.</summary>
internal static class EmphasisMarks
{
    private const int LongestRun = 3;

    /// <param name="text">Inline text.</param>
    /// <param name="skip">Where an address that holds such characters ends, asked at each run.</param>
    public static List<EmphasisMark> In(string text, Func<int, int> skip)
    {
        var marks = new List<EmphasisMark>();
        var open = new List<int>();
        var waiting = new Dictionary<(char, int), int>();
        for (var index = 0; index < text.Length;)
        {
            var behind = skip(index);
            if (behind > index)
            {
                index = behind;
                continue;
            }

            if (text[index] is not ('*' or '_'))
            {
                index++;
                continue;
            }

            var end = index + 1;
            while (end < text.Length && text[end] == text[index])
                end++;
            Read(text, index, end, marks, open, waiting);
            index = end;
        }

        return marks;
    }

    private static void Read(string text, int start, int end, List<EmphasisMark> marks, List<int> open, Dictionary<(char, int), int> waiting)
    {
        var (opens, closes) = Flanks(text, start, end);
        var key = (text[start], end - start);
        marks.Add(new EmphasisMark(start, end - start, false));
        if (end - start > LongestRun)
            return;

        if (closes && waiting.GetValueOrDefault(key) > 0)
        {
            Match(text, marks, open, waiting, key);
        }
        else if (opens)
        {
            open.Add(marks.Count - 1);
            waiting[key] = waiting.GetValueOrDefault(key) + 1;
        }
    }

    // What opened in between has no partner any more.
    private static void Match(string text, List<EmphasisMark> marks, List<int> open, Dictionary<(char, int), int> waiting, (char, int) key)
    {
        while (true)
        {
            var place = open[^1];
            open.RemoveAt(open.Count - 1);
            var candidate = (text[marks[place].Start], marks[place].Length);
            waiting[candidate]--;
            if (candidate != key)
                continue;
            marks[place] = marks[place] with { IsMatched = true };
            marks[^1] = marks[^1] with { IsMatched = true };
            return;
        }
    }

    private static (bool Opens, bool Closes) Flanks(string text, int start, int end)
    {
        var before = start == 0 ? ' ' : text[start - 1];
        var after = end == text.Length ? ' ' : text[end];
        var left = !char.IsWhiteSpace(after) && (!IsPunctuation(after) || char.IsWhiteSpace(before) || IsPunctuation(before));
        var right = !char.IsWhiteSpace(before) && (!IsPunctuation(before) || char.IsWhiteSpace(after) || IsPunctuation(after));
        return text[start] == '*'
            ? (left, right)
            : (left && (!right || IsPunctuation(before)), right && (!left || IsPunctuation(after)));
    }

    private static bool IsPunctuation(char character) => char.IsPunctuation(character) || char.IsSymbol(character);
}
