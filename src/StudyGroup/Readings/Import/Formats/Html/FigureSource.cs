namespace StudyGroup.Readings.Import.Formats.Html;

/// <summary>Where the pictures of a file are.</summary>
/// <param name="Image">The picture at an address within the file; null for any other.</param>
/// <param name="Address">Where an address leads in the web; null when it leads nowhere that a reader could follow.</param>
internal sealed record FigureSource(Func<string, ImageDraft?> Image, Func<string, string?> Address);
