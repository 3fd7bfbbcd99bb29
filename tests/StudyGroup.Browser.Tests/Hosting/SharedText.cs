using StudyGroup.Readings;
using StudyGroup.Readings.Import;

namespace StudyGroup.Browser.Tests.Hosting;

/// <summary>The text that every circle reads.</summary>
public static class SharedText
{
    private static readonly string[] Paragraphs =
    [
        "The lamp at the end of the pier is lit by hand. Whoever lights it writes the hour in a book, and whoever puts it out writes it again.",
        "Nobody remembers who asked for the book. It was there before the harbour office, and it has outlived two clerks who meant to abolish it.",
        "What the keepers wrote beside the hours is another matter. At first it is *weather*, then prices, then what people said on the stairs.",
        "One of them, whose name is not given, kept account of **every ship that did not come**. The column is longer than the other.",
        "A later hand has crossed out half of it and written in the margin that absence cannot be counted. An even later hand answers: it can.",
        "From here on the margin is where the book is read. The hours go on in the middle of the page, and nobody looks at them any more.",
        "Two keepers who never met argue for eleven years about a boat called Patience. Neither of them saw it, and both have their reasons.",
        "When the harbour was filled in, the pier stood in a field. The lamp was lit all the same, because the book had empty pages left.",
        "A visitor asked what it was for. The keeper gave her the pencil and said that she might as well put that down as a question.",
        "It is still the last entry but one. Under it somebody has written the hour, and under the hour, small and neat, the word yes.",
    ];

    public static ImportedDocument Document(string canary) => new($"{canary}.txt", $"hash of {canary}", null, [Draft(canary)]);

    public static string TitleOf(string canary) => $"The Book of {canary} Pier";

    /// <summary>The same text as somebody else has copied it: a paragraph is gone, one has other words, and one is new.</summary>
    public static string ChangedCopy(string canary) => string.Join(
        "\n\n",
        [
            $"---\ntitle: {TitleOf(canary)}\nauthor: Ilse Marrow\n---",
            .. Paragraphs.Take(3),
            Paragraphs[4],
            "## In the margin",
            .. Paragraphs.Skip(5).Take(3),
            Paragraphs[8].Replace("The keeper gave her the pencil and said that she might as well put that down as a question.", Reworded, StringComparison.Ordinal),
            Paragraphs[9],
            $"Whoever has read as far as this has kept the book of {canary}.",
        ]);

    /// <summary>The end of the ninth paragraph in the copy.</summary>
    public const string Reworded = "The keeper handed her a pencil and told her that she might as well put it down as a question.";

    private static ReadingDraft Draft(string canary) => new()
    {
        Title = TitleOf(canary),
        Authors = ["Ilse Marrow"],
        Publication = "Coastal Quarterly",
        Date = "2019-04",
        Rights = "For this group only",
        Blocks =
        [
            .. Paragraphs.Take(5).Select(words => new BlockDraft(BlockKind.Paragraph, words)),
            new BlockDraft(BlockKind.Heading, "In the margin", null, 2),
            .. Paragraphs.Skip(5).Select(words => new BlockDraft(BlockKind.Paragraph, words)),
            new BlockDraft(BlockKind.Thesis, $"Whoever keeps the book of {canary} keeps the pier.", "1"),
            new BlockDraft(BlockKind.Quote, "The word of a keeper holds until it is crossed out.[^1]"),
        ],
        Footnotes = [new FootnoteDraft("1", "A saying of the coast; nobody crosses it out.")],
    };
}
