using StudyGroup.Readings.Import;

namespace StudyGroup.Tests.Readings.Import;

/// <summary>The letters of a raw text that are neither in a reading nor set aside. Hyphens, marks and blanks may change, letters may not vanish.</summary>
internal static class LostWords
{
    public static IReadOnlyList<string> In(string raw, ImportedDocument document)
    {
        var kept = Letters(string.Concat(document.Readings.SelectMany(Texts)));
        return [.. raw.ReplaceLineEndings("\n").Split('\n').Where(line => !kept.Contains(Letters(Core(line)), StringComparison.OrdinalIgnoreCase))];
    }

    private static IEnumerable<string> Texts(ReadingDraft reading) =>
    [
        reading.Title, reading.Subtitle ?? "",
        .. reading.Blocks.Select(block => (block.Label ?? "") + block.Markdown),
        .. reading.Footnotes.Select(note => note.Label + note.Markdown),
        .. reading.SetAside.Select(draft => draft.Text),
    ];

    // The middle of a line: its ends may have been joined to other words, its mark and its reference replaced.
    private static string Core(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 12 ? string.Join(' ', words.Skip(2).SkipLast(2)) : string.Join(' ', words[3..10]);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));
}
