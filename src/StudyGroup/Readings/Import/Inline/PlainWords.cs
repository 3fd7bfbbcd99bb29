using System.Text;

namespace StudyGroup.Readings.Import.Inline;

/// <summary>Inline Markdown without its mark-up, for titles and names.</summary>
internal static class PlainWords
{
    private const int LongestTitle = 2_000;

    public static string Of(string text)
    {
        if (text.Length > LongestTitle || text.AsSpan().IndexOfAny("*_\\[<") < 0)
            return text;

        var marks = EmphasisMarks.In(text, index => text[index] == '\\' ? Math.Min(text.Length, index + 2) : index).Where(mark => mark.IsMatched).ToDictionary(mark => mark.Start, mark => mark.Length);
        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            if (text[index] == '!' && EndOfImage(text, index) is > 0 and var image)
            {
                index = image;
            }
            else if (marks.TryGetValue(index, out var length))
            {
                index += length;
            }
            else if (text[index] == '\\' && index + 1 < text.Length && char.IsPunctuation(text[index + 1]) | char.IsSymbol(text[index + 1]))
            {
                plain.Append(text[index + 1]);
                index += 2;
            }
            else if (Addresses.EndOfMarked(text, index) is var end && end > index && text[index] == ']')
            {
                index = end;
            }
            else
            {
                if (text[index] != '[' || text.IndexOf("](", index, StringComparison.Ordinal) < 0)
                    plain.Append(text[index]);
                index++;
            }
        }

        return plain.ToString().Trim();
    }

    private static int EndOfImage(string text, int index)
    {
        var close = text.AsSpan(index).StartsWith("![") ? text.IndexOf("](", index, StringComparison.Ordinal) : -1;
        return close < 0 ? 0 : Addresses.EndOfMarked(text, close) is var end && end > close ? end : 0;
    }
}
