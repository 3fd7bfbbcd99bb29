namespace StudyGroup.Readings.Rendering;

/// <summary>What a page shows of one edition: its blocks in order, its notes, and the language it is written in (BCP 47).</summary>
public sealed record EditionText(IReadOnlyList<Block> Blocks, IReadOnlyList<Footnote> Footnotes, string Language)
{
    /// <summary>The address under which pages find its pictures by their hashes.</summary>
    public string Pictures { get; init; } = Blocks is [var first, ..] ? FigureImage.Folder(first.EditionId) : "";
}

/// <summary>The text of an edition as one element of static HTML, and its table of contents.</summary>
public sealed record RenderedEdition(string Html, IReadOnlyList<ContentsHeading> Contents);
