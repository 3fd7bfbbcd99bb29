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

    /// <summary>What another source tells where this one is silent, and its spelling where this one has only capitals.</summary>
    public Metadata FilledFrom(Metadata other) => this with
    {
        Title = Spelled(Title, other.Title),
        Subtitle = Spelled(Subtitle, other.Subtitle),
        Authors = Authors.Count == 0 || (Authors.Count == other.Authors.Count && Authors.Zip(other.Authors).All(pair => IsLouder(pair.First, pair.Second))) ? other.Authors : Authors,
        Translator = Translator ?? other.Translator,
        Language = Language ?? other.Language,
    };

    private static string? Spelled(string? own, string? other) => own is null || (other is not null && IsLouder(own, other)) ? other : own;

    private static bool IsLouder(string own, string other) => own.Equals(other, StringComparison.OrdinalIgnoreCase) && !own.Any(char.IsLower);
}
