using StudyGroup.Readings.Import.Layout;

namespace StudyGroup.Readings.Import.Articles;

/// <summary>What stands over a text, and the text without it.</summary>
internal sealed record TitleMatter(string? Title, string? Subtitle, IReadOnlyList<string> Authors, string? Date, List<Piece> Body)
{
    /// <summary>Nothing that stands over the text.</summary>
    public static TitleMatter None(List<Piece> pieces) => new(null, null, [], null, pieces) { Bylines = [] };

    /// <summary>The lines that only live on as metadata.</summary>
    public required IReadOnlyList<Piece> Bylines { get; init; }
}
