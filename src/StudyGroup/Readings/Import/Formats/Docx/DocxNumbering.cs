using System.Globalization;
using System.Xml.Linq;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Formats.Docx;

/// <summary>Counts the paragraphs of numbered lists as Word would print them.</summary>
internal sealed class DocxNumbering(XElement? part)
{
    private const int Levels = 9;

    private readonly Dictionary<string, XElement> abstracts = part.Named("abstractNum").Where(item => item.Value("abstractNumId") is not null).DistinctBy(item => item.Value("abstractNumId")).ToDictionary(item => item.Value("abstractNumId") ?? "", item => item);
    private readonly Dictionary<string, XElement> numbers = part.Named("num").Where(item => item.Value("numId") is not null).DistinctBy(item => item.Value("numId")).ToDictionary(item => item.Value("numId") ?? "", item => item);
    private readonly Dictionary<string, int?[]> counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);

    /// <summary>The level from 1, and the printed label, null for a bullet; null when the paragraph is in no list.</summary>
    public (int Level, string? Label)? Next(XElement? properties)
    {
        var id = properties.Child("numId").Value("val");
        if (id is null or "0" || !numbers.TryGetValue(id, out var number) || number.Child("abstractNumId").Value("val") is not { } abstractId || !abstracts.TryGetValue(abstractId, out var list))
            return null;

        var level = int.TryParse(properties.Child("ilvl").Value("val"), out var given) ? Math.Clamp(given, 0, Levels - 1) : 0;
        if (!counts.TryGetValue(abstractId, out var count))
            counts[abstractId] = count = new int?[Levels];
        if (begun.Add(id))
            Restart(number, count);
        count[level] = count[level] is { } last ? last + 1 : Start(list, level);
        Array.Clear(count, level + 1, Levels - level - 1);
        return (level + 1, Label(list, level, count));
    }

    private static void Restart(XElement number, int?[] count)
    {
        foreach (var change in number.Named("lvlOverride"))
        {
            if (int.TryParse(change.Value("ilvl"), out var level) && level is >= 0 and < Levels && int.TryParse(change.Child("startOverride").Value("val"), out var start))
                count[level] = start - 1;
        }
    }

    private static int Start(XElement list, int level) => int.TryParse(LevelOf(list, level).Child("start").Value("val"), out var start) ? start : 1;

    private static string? Label(XElement list, int level, int?[] count)
    {
        var own = LevelOf(list, level);
        if (own.Child("numFmt").Value("val") is null or "bullet" or "none")
            return null;
        var pattern = own.Child("lvlText").Value("val") ?? $"%{level + 1}";
        for (var outer = 0; outer <= level; outer++)
            pattern = pattern.Replace($"%{outer + 1}", Written(LevelOf(list, outer).Child("numFmt").Value("val"), count[outer] ?? Start(list, outer)), StringComparison.Ordinal);
        var label = pattern.Trim(' ', '.', ')', '(', ':', '\t', '\u00A0');
        return label.Length is > 0 and <= 20 ? label : null;
    }

    private static XElement? LevelOf(XElement list, int level) => list.Elements().FirstOrDefault(item => item.Name.LocalName == "lvl" && item.Value("ilvl") == level.ToString(CultureInfo.InvariantCulture));

    private static string Written(string? format, int number) => format switch
    {
        "lowerLetter" when number is >= 1 and <= 26 => ((char)('a' + number - 1)).ToString(),
        "upperLetter" when number is >= 1 and <= 26 => ((char)('A' + number - 1)).ToString(),
        "lowerRoman" when number is >= 1 and < 4_000 => RomanNumber.Of(number).ToLowerInvariant(),
        "upperRoman" when number is >= 1 and < 4_000 => RomanNumber.Of(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
