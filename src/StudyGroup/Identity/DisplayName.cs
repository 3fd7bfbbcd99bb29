using System.Globalization;
using System.Text;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>The rules for what a person, or a person's token, may be called: short, visible, and nothing that changes the text around it.</summary>
public static class DisplayName
{
    // Letters by category, yet drawn as nothing.
    private const string Blanks = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    /// <returns>The name with single spaces and composed letters, or what is wrong with it.</returns>
    public static Result<string> Check(string? text)
    {
        var name = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length > TextLimits.Name)
            return Error.TooLong("The name", TextLimits.Name);
        if (name.EnumerateRunes().Any(IsUnseen))
            return Errors.NameSigns;

        // Only now: a lone surrogate, which the line above refused, cannot be composed.
        name = name.Normalize(NormalizationForm.FormC);
        return name.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? name : Errors.NameMissing;
    }

    private static bool IsUnseen(Rune rune) =>
        rune == Rune.ReplacementChar
        || (rune.IsBmp && Blanks.Contains((char)rune.Value, StringComparison.Ordinal))
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
