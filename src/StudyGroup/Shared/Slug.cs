using System.Globalization;
using System.Text;

namespace StudyGroup.Shared;

/// <summary>The part of an address that people can read: lower-case letters and digits of any script, and single hyphens.</summary>
public static class Slug
{
    /// <summary>Makes a slug of a title; <paramref name="fallback"/> when nothing of it can stand in an address.</summary>
    public static string From(string title, string fallback)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
                slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length >= TextLimits.Slug - 8)
                break;
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? fallback : text;
    }

    /// <summary>The first of <c>slug</c>, <c>slug-2</c>, <c>slug-3</c> … that <paramref name="taken"/> does not hold.</summary>
    public static string Free(string slug, IReadOnlySet<string> taken)
    {
        var candidate = slug;
        for (var number = 2; taken.Contains(candidate); number++)
            candidate = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        return candidate;
    }
}
