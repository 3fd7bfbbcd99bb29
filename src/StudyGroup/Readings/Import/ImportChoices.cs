namespace StudyGroup.Readings.Import;

/// <summary>How a file is to be read: what the importer may not decide alone. The same file with the same choices always gives the same readings.</summary>
public sealed record ImportChoices
{
    /// <summary>The importer's own choices.</summary>
    public static readonly ImportChoices None = new();

    /// <summary>The repairs that an editor took back, by <see cref="Repair.Id"/>.</summary>
    public IReadOnlySet<string> Undone { get; init; } = new HashSet<string>();

    /// <summary>Whether each chapter of a book becomes a reading of its own.</summary>
    public bool ChapterByChapter { get; init; }

    /// <summary>Hears how many hundredths of the file have been understood.</summary>
    public IProgress<int>? Progress { get; init; }
}
