using StudyGroup.Administration.Seeding;
using StudyGroup.Readings;
using StudyGroup.Tests.Architecture;

namespace StudyGroup.Tests.Annotations.Anchoring;

/// <summary>A text whose every letter knows who it is, so that after any change it can be said where a passage really went.</summary>
internal sealed class TracedText
{
    private int letters;
    private int copied;

    private TracedText()
    {
    }

    public List<List<(char Letter, int Id)>> Paragraphs { get; private init; } = [];

    /// <summary>Our own essays: few phrases occur twice.</summary>
    public static TracedText Essays()
    {
        var files = new[] { "a-table-of-tides", "the-bench-at-the-reservoir", "the-common-margin" };
        var words = files.Select(name => Repository.Read($"src/StudyGroup/Administration/Demonstration/{name}.md").Split("---\n")[^1]);
        return Of(words.SelectMany(text => text.Split("\n\n")).Select(block => block.Trim().TrimStart('>', '#', ' ')).Where(block => block.Length > 60));
    }

    /// <summary>Sentences put together from short lists: every phrase occurs many times.</summary>
    public static TracedText Phrases(int number)
    {
        var words = new SeedWords(number);
        return Of(Enumerable.Range(0, 40).Select(_ => words.Paragraph()));
    }

    public static TracedText Of(IEnumerable<string> paragraphs)
    {
        var text = new TracedText();
        foreach (var paragraph in paragraphs)
            text.Paragraphs.Add(text.New(paragraph));
        return text;
    }

    /// <summary>Another copy with the same letters.</summary>
    public TracedText Copy() => new() { Paragraphs = [.. Paragraphs.Select(paragraph => paragraph.ToList())], letters = letters, copied = letters };

    /// <summary>Whether not a letter of a paragraph was in the text that this one is a copy of.</summary>
    public bool IsNew(List<(char Letter, int Id)> paragraph) => paragraph.All(one => one.Id >= copied);

    /// <summary>Letters that were not there before.</summary>
    public List<(char Letter, int Id)> New(string words) => [.. words.Select(letter => (letter, letters++))];

    public static string Words(IEnumerable<(char Letter, int Id)> letters) => string.Concat(letters.Select(one => one.Letter));

    public IReadOnlyList<Block> Blocks() =>
    [
        .. Paragraphs.Select((paragraph, position) => new Block
        {
            EditionId = Guid.Empty,
            Position = position,
            Key = $"b{position + 1}",
            Kind = BlockKind.Paragraph,
            Number = position + 1,
            Markdown = Words(paragraph),
            Text = Words(paragraph),
        }),
    ];
}
