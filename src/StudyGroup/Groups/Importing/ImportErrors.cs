using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

internal static class ImportErrors
{
    public static readonly Error Changed = Error.Conflict("changed", "Somebody else has changed this import meanwhile. Look at it as it is now, and try again.");
    public static readonly Error NoTitle = Error.Invalid("title", "Give the text a title.");
    public static readonly Error NoLanguage = Error.Invalid("language", "Write the language as a tag such as en, de or pt-BR.");
    public static readonly Error NoDate = Error.Invalid("date", "Write the date as 2024, 2024-05 or 2024-05-17.");
    public static readonly Error NothingToPublish = Error.Invalid("empty", "Every reading of this file is left out: take one in to publish it.");
    public static readonly Error DoesNotFit = Error.Invalid("invalid", "That cannot be done here: the text is not as it was, or both texts have a note of the same number.");
    public static readonly Error TooManySteps = Error.Invalid("too-long", "This file has had too many changes. Take some back, or mend the file itself and import it again.");

    public static Error Known(string name) => Error.Conflict("already-received", $"{name} is being imported into this group already; its draft is in the list.");
}
