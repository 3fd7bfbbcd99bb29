using StudyGroup.Shared;

namespace StudyGroup.Administration.Importing;

internal static class ImportErrors
{
    public static readonly Error NotThere = Error.Invalid("import-missing", "There is no such file.");

    public static readonly Error LinkToFolder = Error.Invalid("import-link", "This is a link to a folder, which is not followed; name the folder itself to import its files.");

    public static readonly Error NotOrdinary = Error.Invalid("import-not-ordinary", "The file is empty, or it is a pipe, a device or a socket, and those are not read.");

    public static Error TooLarge(long mostBytes) =>
        Error.Invalid("import-too-large", $"The file is larger than {mostBytes:N0} bytes, the limit that Import:MaxFileBytes sets.");

    public static Error Unreadable(string reason) => Error.Invalid("import-unreadable", $"The file cannot be read: {reason}");
}
