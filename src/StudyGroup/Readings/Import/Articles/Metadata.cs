namespace StudyGroup.Readings.Import.Articles;

/// <summary>What a file says about its text outside of it.</summary>
internal sealed record Metadata
{
    public static readonly Metadata None = new();

    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Translator { get; init; }

    public string? Date { get; init; }

    public string? Language { get; init; }

    public string? Publication { get; init; }

    public string? Rights { get; init; }

    public string? SourceAddress { get; init; }
}
