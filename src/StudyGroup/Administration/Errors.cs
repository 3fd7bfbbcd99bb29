using StudyGroup.Shared;

namespace StudyGroup.Administration;

internal static class Errors
{
    public static readonly Error NoGroup = Error.Invalid("no-group", "There is no group yet: make one on the home page first.");
    public static readonly Error TwoMinds = Error.Invalid("usage", "--accept-review and --leave-review exclude each other.");
    public static readonly Error NoEditor = Error.Invalid("no-editor", "The group has no owner who could review the file.");
    public static readonly Error NotInProduction = Error.Invalid("production", "Made-up members and comments do not belong into Production. Add --force if you want them there.");
    public static readonly Error SlugUnusable = Error.Invalid("slug", "The group's address may hold small letters, digits and single hyphens.");
    public static readonly Error FolderNotEmpty = Error.Invalid("not-empty", "The folder must be empty or absent. Nothing was written.");

    public static Error DatabaseIsNewer(string migration) =>
        Error.Conflict("newer", $"The database was written by a newer version of this program (it knows “{migration}”). Install that version, or restore an older copy. Nothing was changed.");

    public static Error UnknownGroup(string slug) => Error.Invalid("no-group", $"There is no group “{slug}”.");

    public static Error OutOfRange(string option, int least, int most) => Error.Invalid("range", $"--{option} must be between {least:N0} and {most:N0}.");
}
