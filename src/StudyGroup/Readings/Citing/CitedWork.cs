namespace StudyGroup.Readings.Citing;

/// <summary>What a citation says of a reading, and of the paragraph that is meant.</summary>
/// <param name="Key">Short name of the entry: ASCII letters, digits and hyphens.</param>
/// <param name="Address">Where members read it, with the block behind # when a paragraph is meant.</param>
public sealed record CitedWork(string Key, string Title, IReadOnlyList<string> Authors, string Address)
{
    public string? Subtitle { get; init; }

    public string? Translator { get; init; }

    public string? Publication { get; init; }

    /// <summary>Number of the journal issue.</summary>
    public string? IssueNumber { get; init; }

    /// <summary>ISO 8601, as exact as known.</summary>
    public string? Date { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>Where the text was published first.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>¶ number of the passage.</summary>
    public int? Paragraph { get; init; }

    /// <summary>A whole text is cited where everybody can find it; a passage where its paragraph can be opened.</summary>
    internal string Link => Paragraph is null ? SourceAddress ?? Address : Address;

    internal string FullTitle => Subtitle is null ? Title : Title[^1] is '.' or '!' or '?' or ':' ? $"{Title} {Subtitle}" : $"{Title}: {Subtitle}";

    internal bool IsArticle => Publication is not null || IssueNumber is not null;
}
