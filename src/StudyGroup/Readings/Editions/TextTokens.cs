namespace StudyGroup.Readings.Editions;

/// <summary>A word, or a single mark or sign of a text.</summary>
internal readonly record struct TextToken(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>Cuts texts into words and gives equal ones equal numbers. Scripts that put no space between words are cut into their signs.</summary>
internal sealed class TextTokens
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>The tokens between two places of a text; white space is in none of them.</summary>
    public static IEnumerable<TextToken> In(string text, int from, int to)
    {
        var place = from;
        while (place < to)
        {
            var start = place;
            if (char.IsWhiteSpace(text[place]))
            {
                place++;
                continue;
            }

            if (place + 1 < to && char.IsSurrogatePair(text[place], text[place + 1]))
                place += 2;
            else if (!IsOfWord(text[place]))
                place++;
            else
            {
                while (place < to && IsOfWord(text[place]))
                    place++;
            }

            yield return new TextToken(start, place);
        }
    }

    public int NumberOf(string text, TextToken token)
    {
        var word = string.Create(token.Length, (text, token.Start), static (letters, source) =>
        {
            for (var index = 0; index < letters.Length; index++)
                letters[index] = TextFolding.Fold(source.text[source.Start + index]);
        });
        if (!numbers.TryGetValue(word, out var number))
            numbers[word] = number = numbers.Count;
        return number;
    }

    public static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) && letter is not ((>= '\u2e80' and <= '\ua4cf') or (>= '\u0e00' and <= '\u0eff') or (>= '\uf900' and <= '\ufaff'));
}
