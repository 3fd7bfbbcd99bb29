namespace StudyGroup.Readings.Import;

/// <summary>What the importer made of one raw file, before anything is stored: the readings found in it, in order, and the issue they came from, if any.</summary>
public sealed record ImportedDocument(string SourceName, string ContentHash, IssueDraft? Issue, IReadOnlyList<ReadingDraft> Readings)
{
    /// <summary>The embedded pictures that figures name by their hash; each one once.</summary>
    public IReadOnlyList<ImageDraft> Images { get; init; } = [];

    /// <summary>Whether it is one book whose chapters can be readings of their own.</summary>
    public bool HasChapters { get; init; }
}

/// <summary>A picture as it was embedded in the file, of a type that its bytes prove.</summary>
public sealed record ImageDraft(string Hash, string MediaType, int Width, int Height, ReadOnlyMemory<byte> Content);

/// <summary>A text as imported: metadata, blocks in order, and its own footnotes.</summary>
public sealed record ReadingDraft
{
    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Who put it into this language.</summary>
    public string? Translator { get; init; }

    public string? Publication { get; init; }

    /// <summary>ISO 8601, as exact as known: <c>2023</c>, <c>2023-08</c> or <c>2023-08-21</c>.</summary>
    public string? Date { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    public string? Rights { get; init; }

    public string? SourceAddress { get; init; }

    public required IReadOnlyList<BlockDraft> Blocks { get; init; }

    public IReadOnlyList<FootnoteDraft> Footnotes { get; init; } = [];

    /// <summary>Matter that is not part of the text (advertisements, contact lines), kept so that an editor can bring it back.</summary>
    public IReadOnlyList<SetAsideDraft> SetAside { get; init; } = [];

    public IReadOnlyList<Repair> Repairs { get; init; } = [];
}

/// <summary>One block. <paramref name="Markdown"/> is inline Markdown (code and verse keep their lines); a footnote reference is written <c>[^label]</c>.</summary>
/// <param name="Kind">What the block is.</param>
/// <param name="Markdown">Inline Markdown.</param>
/// <param name="Label">The printed number of a thesis or list item.</param>
/// <param name="Level">1 to 6 for headings, nesting depth for list items, otherwise 0.</param>
public sealed record BlockDraft(BlockKind Kind, string Markdown, string? Label = null, int Level = 0)
{
    /// <summary>Number of its first line in the raw file, from 1; 0 where there is no file.</summary>
    public int Line { get; init; }
}

/// <summary>A note of the text itself, under the label it is printed with.</summary>
public sealed record FootnoteDraft(string Label, string Markdown);

/// <summary>Lines of the raw file that were taken out of the text, with the reason.</summary>
/// <param name="FirstLine">Number of the first line in the raw file, from 1.</param>
/// <param name="LastLine">Number of the last line, inclusive.</param>
/// <param name="Reason">One short sentence.</param>
/// <param name="Text">The lines, exactly.</param>
public sealed record SetAsideDraft(int FirstLine, int LastLine, string Reason, string Text);

/// <summary>How sure a repair is: done without a word, or shown to an editor.</summary>
public enum Sureness
{
    Silent,
    ForReview,
}

/// <summary>One change the importer made to the raw text, with the words before and after it.</summary>
/// <param name="Rule">Which of <see cref="RepairRules"/> made it.</param>
/// <param name="Sureness">Whether an editor is asked.</param>
/// <param name="Line">Number of the line in the raw file, from 1.</param>
/// <param name="Before">The words as the file has them, cut to the place.</param>
/// <param name="After">The words as the reading has them.</param>
public sealed record Repair(string Rule, Sureness Sureness, int Line, string Before, string After)
{
    /// <summary>The same for the same repair of the same file each time it is imported; named in <see cref="ImportChoices.Undone"/>, it is not made.</summary>
    public required string Id { get; init; }

    /// <summary>Whether an editor took it back: then the text reads as <see cref="Before"/>.</summary>
    public bool IsUndone { get; init; }

    /// <summary>Whether it only tells something, so that there is nothing to take back.</summary>
    public bool IsNotice { get; init; }
}

/// <summary>A journal issue or anthology that several readings came from.</summary>
public sealed record IssueDraft(string Title, string? Number, string? Date, string? Publisher, IReadOnlyList<ContentsEntry> Contents);

/// <summary>One line of the printed contents.</summary>
public sealed record ContentsEntry(string Title, int? Page);
