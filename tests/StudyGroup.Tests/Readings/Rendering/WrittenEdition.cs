using System.Globalization;
using StudyGroup.Readings;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Tests.Readings.Rendering;

/// <summary>An edition written down as lines: "kind key number=1 label=a level=2: Markdown", "note label: Markdown", "language he". "⏎" is a line end.</summary>
internal static class WrittenEdition
{
    public static EditionText Of(string lines)
    {
        var (blocks, notes, language) = (new List<Block>(), new List<Footnote>(), "en");
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var head = line.Split(": ", 2)[0].TrimEnd(':');
            var markdown = line[Math.Min(line.Length, head.Length + 2)..].Replace('⏎', '\n');
            var words = head.Split(' ');
            switch (words[0])
            {
                case "language":
                    language = words[1];
                    break;
                case "note":
                    notes.Add(Sample.Note(words[1], markdown));
                    break;
                default:
                    blocks.Add(Block(words, markdown, blocks.Count));
                    break;
            }
        }

        return Sample.Text(blocks, notes, language);
    }

    private static Block Block(string[] words, string markdown, int position)
    {
        var named = words.Skip(2).Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return Sample.Block(
            Enum.Parse<BlockKind>(words[0], ignoreCase: true),
            markdown,
            words[1],
            named.TryGetValue("number", out var number) ? int.Parse(number, CultureInfo.InvariantCulture) : null,
            named.GetValueOrDefault("label"),
            named.TryGetValue("level", out var level) ? int.Parse(level, CultureInfo.InvariantCulture) : 0,
            position);
    }
}
