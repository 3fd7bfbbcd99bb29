using StudyGroup.Shared;

namespace StudyGroup.Readings;

internal static class Errors
{
    public static readonly Error TextChangedMeanwhile =
        Error.Conflict("text-changed", "Somebody else has changed this text meanwhile. Look at it as it is now and try again. Nothing was changed.");

    public static Error AlreadyImported(string source, string title) =>
        Error.Conflict("already-imported", $"{source} has been imported before: it is the reading “{title}”. Nothing was changed.");

    public static Error JustImported(string source) =>
        Error.Conflict("already-imported", $"{source} has just been imported by somebody else. Nothing was changed.");
}
