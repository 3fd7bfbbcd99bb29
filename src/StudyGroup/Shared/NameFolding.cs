using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace StudyGroup.Shared;

/// <summary>
/// What a display name looks like: two names with the same folding cannot be told apart at a glance, so only one account may have it.
/// Compatibility forms, case, accents, spacing and the Cyrillic and Greek letters that are drawn like Latin ones are folded away.
/// </summary>
public static class NameFolding
{
    /// <summary>One character may fold to eighteen; what differs only beyond this counts as the same.</summary>
    public const int MaxLength = 4 * TextLimits.Name;

    private const char FirstCombiningMark = '\u0300';
    private const char LastCombiningMark = '\u036f';

    private static readonly FrozenDictionary<char, char> LatinTwins = new Dictionary<char, char>
    {
        ['а'] = 'a',
        ['в'] = 'b',
        ['е'] = 'e',
        ['ѕ'] = 's',
        ['і'] = 'i',
        ['ј'] = 'j',
        ['к'] = 'k',
        ['м'] = 'm',
        ['н'] = 'h',
        ['о'] = 'o',
        ['р'] = 'p',
        ['с'] = 'c',
        ['т'] = 't',
        ['у'] = 'y',
        ['х'] = 'x',
        ['ԁ'] = 'd',
        ['һ'] = 'h',
        ['ԛ'] = 'q',
        ['ԝ'] = 'w',
        ['ӏ'] = 'l',
        ['α'] = 'a',
        ['β'] = 'b',
        ['ε'] = 'e',
        ['η'] = 'n',
        ['ι'] = 'i',
        ['κ'] = 'k',
        ['ν'] = 'v',
        ['ο'] = 'o',
        ['ρ'] = 'p',
        ['τ'] = 't',
        ['υ'] = 'u',
        ['χ'] = 'x',
        ['ı'] = 'i',
        ['ł'] = 'l',
        ['ø'] = 'o',
        ['đ'] = 'd',
        ['0'] = 'o',
        ['1'] = 'l',
        ['|'] = 'l',
    }.ToFrozenDictionary();

    public static string Fold(string name)
    {
        // NFKC first: it turns full-width, mathematical and ligature forms into letters that have a lower case.
        var decomposed = name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var letter in decomposed.AsSpan(0, Math.Min(decomposed.Length, MaxLength)))
        {
            // Only the marks of Latin, Greek and Cyrillic: elsewhere a mark is a vowel, and names that differ in it are different names.
            if (letter is (< FirstCombiningMark or > LastCombiningMark) && char.GetUnicodeCategory(letter) is not UnicodeCategory.SpaceSeparator)
                folded.Append(LatinTwins.GetValueOrDefault(letter, letter));
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
