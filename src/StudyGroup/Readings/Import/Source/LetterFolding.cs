using System.Buffers;
using System.Text;

namespace StudyGroup.Readings.Import.Source;

/// <summary>One spelling for what looks the same: blanks, ligatures, composed letters. Superscripts stay, since they mark notes.</summary>
internal static class LetterFolding
{
    private static readonly SearchValues<char> Usual = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~‘’“”–—…¹²³");

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    public static string Fold(ReadOnlySpan<char> line)
    {
        if (line.IndexOfAnyExcept(Usual) < 0)
            return line.ToString();

        var folded = new StringBuilder(line.Length);
        for (var index = 0; index < line.Length; index++)
            Append(folded, line, index);
        var text = folded.ToString();
        return text.IsNormalized() ? text : text.Normalize();
    }

    public static bool IsBlank(ReadOnlySpan<char> line)
    {
        foreach (var character in line)
        {
            if (!char.IsWhiteSpace(character) && !IsInvisible(character))
                return false;
        }

        return true;
    }

    private static void Append(StringBuilder folded, ReadOnlySpan<char> line, int index)
    {
        var character = line[index];
        if (character == '\t')
            folded.Append(' ', 4);
        else if (char.IsWhiteSpace(character))
            folded.Append(' ');
        else if (character is >= '\uFB00' and <= '\uFB06')
            folded.Append(Ligatures[character - '\uFB00']);
        else if (IsLonely(line, index))
            folded.Append('\uFFFD');
        else if (!IsInvisible(character))
            folded.Append(character);
    }

    // Joiners (U+200C, U+200D) are spelling in several scripts, so they stay.
    private static bool IsInvisible(char character) =>
        character is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' || char.IsControl(character);

    private static bool IsLonely(ReadOnlySpan<char> line, int index) =>
        char.IsHighSurrogate(line[index]) ? index + 1 == line.Length || !char.IsLowSurrogate(line[index + 1])
        : char.IsLowSurrogate(line[index]) && (index == 0 || !char.IsHighSurrogate(line[index - 1]));
}
