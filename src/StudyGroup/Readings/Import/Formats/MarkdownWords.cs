using System.Text;
using StudyGroup.Readings.Import.Inline;

namespace StudyGroup.Readings.Import.Formats;

/// <summary>Words as an author typed them, written so that Markdown shows the same words. Bare addresses become links.</summary>
internal static class MarkdownWords
{
    public static void Append(StringBuilder markdown, ReadOnlySpan<char> words)
    {
        string? text = null;
        for (var index = 0; index < words.Length; index++)
        {
            var character = words[index];
            if (character is 'h' or 'H' && words[index..].Contains("://", StringComparison.Ordinal))
            {
                text ??= words.ToString();
                var end = Addresses.EndOfBare(text, index);
                if (end > index)
                {
                    markdown.Append('<').Append(words[index..end]).Append('>');
                    index = end - 1;
                    continue;
                }
            }

            if (NeedsEscape(markdown, words, index))
                markdown.Append('\\');
            markdown.Append(character);
        }
    }

    private static bool NeedsEscape(StringBuilder markdown, ReadOnlySpan<char> words, int index)
    {
        var next = index + 1 < words.Length ? words[index + 1] : ' ';
        var before = index > 0 ? words[index - 1] : markdown.Length > 0 ? markdown[^1] : ' ';
        return words[index] switch
        {
            '\\' => char.IsPunctuation(next) || char.IsSymbol(next) || index + 1 == words.Length,
            '*' or '`' => true,
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(next)),
            '<' => char.IsLetter(next) || next is '/' or '!',
            '[' => next == '^',
            '(' => before == ']',
            '&' => next == '#' || (char.IsAsciiLetter(next) && words[index..Math.Min(words.Length, index + 12)].Contains(';')),
            _ => false,
        };
    }
}
