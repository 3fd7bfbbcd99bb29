using StudyGroup.Shared;

namespace StudyGroup.Annotations;

internal static class Errors
{
    public static readonly Error BadPassage = new(ErrorKind.BadPassage, "bad-passage", "This passage is not in the text as it stands now. Reload the page and mark it again.");
    public static readonly Error PassageTooLong = new(ErrorKind.BadPassage, "bad-passage", $"A marked passage has at most {TextLimits.Quote:N0} characters.");
    public static readonly Error KeyMissing = Error.Invalid("invalid", "Give the mark a key of its own: without one a second mark cannot be told from a repeated one.");
    public static readonly Error WordsMissing = Error.Invalid("invalid", "A mark without words is a highlight.");
    public static readonly Error HasReplies = Error.Conflict("has-replies", "Others have written here. You can delete your own comment, but not the mark.");
    public static readonly Error EndOfLink = Error.Conflict("end-of-link", "This mark is one end of a link. Delete the link: both ends go with it.");
    public static readonly Error OnePassage = Error.Invalid("one-passage", "A link needs two different passages.");
    public static readonly Error LinkedAlready = Error.Conflict("linked-already", "These two passages are linked in this way already.");
    public static readonly Error NothingToAccept = Error.Conflict("nothing-to-accept", "There is no doubtful place to accept here any more.");
    public static readonly Error NothingToTakeBack = Error.Conflict("nothing-to-take-back", "There is nothing to take back here any more.");
    public static readonly Error StandsWhereItWasMade = Error.Conflict("not-carried", "This mark stands where it was made. Only a mark that a new edition has touched can be attached elsewhere.");
    public static readonly Error OldCarryOver = Error.Conflict("text-changed", "The text has changed again since then. Look at the newest edition.");

    public static Error ManyLinksHere(int limit) => new(ErrorKind.TooMany, "too-many", $"A paragraph has {limit:N0} links at most, and one of these two has as many.");

    public static Error ManyLinksOfYours(int limit) => new(ErrorKind.TooMany, "too-many", $"You have made {limit:N0} links in this group; no more can be kept.");
}
