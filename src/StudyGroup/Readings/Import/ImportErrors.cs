using StudyGroup.Shared;

namespace StudyGroup.Readings.Import;

internal static class ImportErrors
{
    public static readonly Error UnknownType = Error.Invalid("import-type", "Only text files (.txt) and Markdown files (.md) can be imported.");

    public static readonly Error Empty = Error.Invalid("import-empty", "The file holds no text.");

    public static readonly Error Binary = Error.Invalid("import-binary", "The file is not a text file: it holds binary data.");

    public static Error TooLarge(int megabytes) => Error.Invalid("import-too-large", $"The file is larger than {megabytes} megabytes.");

    public static readonly Error UnknownEncoding = Error.Invalid("import-encoding", "The letters of the file cannot be read; save it as UTF-8 and try again.");
}
