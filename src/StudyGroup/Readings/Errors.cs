using StudyGroup.Shared;

namespace StudyGroup.Readings;

internal static class Errors
{
    public static Error AlreadyImported(string source, string title) =>
        Error.Conflict("already-imported", $"{source} has been imported before: it is the reading “{title}”. Nothing was changed.");
}
