using System.Collections.Frozen;
using System.Text;

namespace StudyGroup.Readings.Rendering;

/// <summary>Which way a text runs: by its language, or by most of its letters.</summary>
internal static class TextDirection
{
    public const string LeftToRight = "ltr";
    public const string RightToLeft = "rtl";

    private static readonly FrozenSet<string> RightToLeftSubtags = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi", "Arab", "Hebr", "Syrc", "Thaa");

    public static string OfLanguage(string language) => language.Split('-').Any(RightToLeftSubtags.Contains) ? RightToLeft : LeftToRight;

    /// <summary>Null where the letters do not decide.</summary>
    public static string? OfLetters(string text)
    {
        var (right, left) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune.Value))
                right++;
            else if (Rune.IsLetter(rune))
                left++;
        }

        return right == left ? null : right > left ? RightToLeft : LeftToRight;
    }

    // The blocks of Unicode whose letters run from right to left: Hebrew to Arabic Extended, presentation forms, the ancient and the Adlam planes.
    private static bool IsRightToLeft(int codePoint) =>
        codePoint is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF;
}
