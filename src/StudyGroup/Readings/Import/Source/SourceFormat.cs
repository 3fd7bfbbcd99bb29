namespace StudyGroup.Readings.Import.Source;

internal enum SourceFormat
{
    PlainText,
    Markdown,
}

internal static class SourceFormats
{
    public static SourceFormat? Of(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".TXT" or ".TEXT" => SourceFormat.PlainText,
        ".MD" or ".MARKDOWN" => SourceFormat.Markdown,
        _ => null,
    };
}
