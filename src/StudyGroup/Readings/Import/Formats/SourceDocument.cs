using StudyGroup.Readings.Import.Articles;
using StudyGroup.Readings.Import.Layout;
using StudyGroup.Readings.Import.Source;

namespace StudyGroup.Readings.Import.Formats;

/// <summary>What the reader of one format hands to the steps that serve all formats: the blocks as far as the file itself tells them, over the lines they stand in.</summary>
/// <param name="Source">The file's own lines, or the lines that were written of it.</param>
/// <param name="Format">What the blocks are written in.</param>
/// <param name="Pieces">The blocks in order.</param>
/// <param name="Known">What the file says of its text.</param>
internal sealed record SourceDocument(SourceText Source, SourceFormat Format, List<Piece> Pieces, Metadata Known)
{
    public IReadOnlyList<ImageDraft> Images { get; init; } = [];

    /// <summary>Matter that the format itself keeps apart from the text.</summary>
    public IReadOnlyList<AsideLines> Asides { get; init; } = [];

    /// <summary>Whether it is one book, whose chapters are never articles of their own.</summary>
    public bool IsBook { get; init; }

    /// <summary>Set when nothing said in which encoding the file is.</summary>
    public string? GuessedEncoding { get; init; }
}

/// <summary>Lines that are no part of the text, and why.</summary>
internal sealed record AsideLines(int First, int Last, string Reason);
