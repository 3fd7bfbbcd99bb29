using System.Text;

namespace StudyGroup.Readings.Import.Words;

/// <summary>Languages that their letters give away before any word does.</summary>
internal static class Scripts
{
    private const double Most = 0.3;

    private static readonly (int First, int Last, string Tag)[] Ranges =
    [
        (0x0370, 0x03FF, "el"), (0x0530, 0x058F, "hy"), (0x0590, 0x05FF, "he"), (0x0600, 0x06FF, "ar"), (0x0750, 0x077F, "ar"), (0x0900, 0x097F, "hi"), (0x0980, 0x09FF, "bn"), (0x0A00, 0x0A7F, "pa"), (0x0B80, 0x0BFF, "ta"), (0x0C00, 0x0C7F, "te"),
        (0x0D00, 0x0D7F, "ml"), (0x0E00, 0x0E7F, "th"), (0x10A0, 0x10FF, "ka"), (0x1200, 0x137F, "am"), (0x1F00, 0x1FFF, "el"), (0x3040, 0x30FF, "ja"), (0x4E00, 0x9FFF, "zh"), (0xAC00, 0xD7AF, "ko"),
    ];

    /// <summary>The language that most letters belong to; null for scripts that many languages share.</summary>
    public static string? LanguageOf(IEnumerable<string> texts, int sample)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (letters, persian, urdu) = (0, 0, 0);
        foreach (var rune in texts.SelectMany(text => text.EnumerateRunes()).Where(Rune.IsLetter).Take(sample))
        {
            letters++;
            persian += rune.Value is 'پ' or 'چ' or 'ژ' or 'گ' or 'ی' or 'ک' ? 1 : 0;
            urdu += rune.Value is 'ٹ' or 'ڈ' or 'ڑ' or 'ے' or 'ں' ? 1 : 0;
            foreach (var (first, last, tag) in Ranges)
            {
                if (rune.Value >= first && rune.Value <= last)
                    counts[tag] = counts.GetValueOrDefault(tag) + 1;
            }
        }

        var best = counts.OrderByDescending(count => count.Value).FirstOrDefault();
        if (best.Key is null || best.Value < letters * Most)
            return null;

        // Kana between the characters is Japanese; a few letters are written in Persian or Urdu only.
        return best.Key == "zh" && counts.GetValueOrDefault("ja") > best.Value / 20 ? "ja"
            : best.Key == "ar" && urdu > letters / 100 ? "ur" : best.Key == "ar" && persian > letters / 40 ? "fa" : best.Key;
    }
}
