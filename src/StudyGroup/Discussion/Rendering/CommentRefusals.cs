using StudyGroup.Shared;

namespace StudyGroup.Discussion.Rendering;

/// <summary>Why a text cannot be a comment.</summary>
internal static class CommentRefusals
{
    public static readonly Error TooLong = Error.TooLong("The comment", TextLimits.Comment);
    public static readonly Error Empty = Error.Invalid("invalid", "The comment is empty.");
    public static readonly Error Unreadable = Error.Invalid("invalid", "The comment holds characters that cannot be stored.");
    public static readonly Error TooNested = Error.Invalid("invalid", "The comment nests quotes, lists or emphasis too deeply.");
    public static readonly Error TooFolded = Error.Invalid("invalid", "A fold may stand in another fold, but no deeper.");
    public static readonly Error TooMuchMarkup = Error.Invalid("invalid", "The comment holds too many formatting signs for its length.");
}
