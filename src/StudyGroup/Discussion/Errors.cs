using StudyGroup.Shared;

namespace StudyGroup.Discussion;

internal static class Errors
{
    public static readonly Error Locked = new(ErrorKind.Locked, "locked", "This thread is locked.");
    public static readonly Error NoTarget = Error.Invalid("invalid", "Say where the comment belongs: a thread, or a target.");
    public static readonly Error KeyUsed = Error.Conflict("key-used", "This key belongs to a mark that you made before. Use a new one.");
    public static readonly Error WrongParent = Error.Invalid("invalid", "The comment you reply to is not in this thread.");
    public static readonly Error Changed = Error.Conflict("changed", "This comment was changed meanwhile. Your text is kept: reload, compare and save again.");
    public static readonly Error NotYours = Error.Invalid("invalid", "Only its author can change a comment.");
    public static readonly Error Gone = Error.Conflict("gone", "This comment has been deleted or hidden.");
}
