using System.Globalization;
using System.Text;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Tags;

/// <summary>A word that members put on what they say, to find it again: <c>#word</c>. Two that differ in capitals or accents alone are one tag.</summary>
/// <param name="Key">What it is compared and found by.</param>
/// <param name="Name">As its author wrote it.</param>
public sealed record Tag(string Key, string Name)
{
    /// <summary>Characters of a name; a longer word is none.</summary>
    public const int Longest = 50;

    /// <summary>Composed again, some letters take three times their length.</summary>
    public const int LongestKey = 3 * Longest;

    /// <summary>More different ones than this a comment does not have; what comes after stays as it was typed.</summary>
    public const int MostInComment = 20;

    private const char FirstCombiningMark = '\u0300';
    private const char LastCombiningMark = '\u036f';

    /// <summary>Length of the tag's name that <paramref name="text"/> begins with; 0 where it begins with none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text) => LengthAt(text, Longest);

    /// <summary>The tag that an address or a choice asks for, with or without its sign; null where it is none.</summary>
    public static Tag? Read(string? asked)
    {
        var name = asked?.Trim().TrimStart('#') ?? "";
        return name.Length > 0 && name.IsStorable() && LengthAt(name, LongestKey) == name.Length ? Of(name) : null;
    }

    public static Tag Of(string name)
    {
        var written = name.Normalize(NormalizationForm.FormC);
        return new Tag(KeyOf(written), written);
    }

    /// <summary>What a name, or the beginning of one, is compared by.</summary>
    public static string KeyOf(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var character in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            // Only the accents of Latin, Greek and Cyrillic: elsewhere a mark is a vowel, and another word.
            if (character is < FirstCombiningMark or > LastCombiningMark)
                folded.Append(character);
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static int LengthAt(ReadOnlySpan<char> text, int longest)
    {
        var (length, end) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (length == 0 ? !Rune.IsLetter(rune) : !Continues(rune))
                break;
            length += rune.Utf16SequenceLength;
            if (length > longest)
                return 0;
            // A sign that joins words ends none: it belongs to the sentence, or to the emphasis around it.
            if (rune.Value is not ('-' or '_'))
                end = length;
        }

        return end;
    }

    private static bool Continues(Rune rune) =>
        rune.Value is '-' or '_' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
