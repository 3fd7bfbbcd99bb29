using StudyGroup.Shared;

namespace StudyGroup.Discussion;

internal static class Errors
{
    public static readonly Error Locked = new(ErrorKind.Locked, "locked", "This thread is locked.");
    public static readonly Error NoTarget = Error.Invalid("invalid", "Say where the comment belongs: a thread, or a target.");
    public static readonly Error KeyUsed = Error.Conflict("key-used", "This key belongs to a mark that you made before. Use a new one.");
    public static readonly Error WrongParent = Error.Invalid("invalid", "The comment you reply to is not in this thread.");
    public static readonly Error Changed = Error.Conflict("changed", "This comment was changed meanwhile. Your text is kept: compare the two and save again.");
    public static readonly Error NotYours = Error.Invalid("invalid", "Only its author can change a comment.");
    public static readonly Error NotYoursToSettle = Error.Invalid("not-yours", "Only who began the thread or a moderator can decide this.");
    public static readonly Error NoQuestion = Error.Invalid("no-question", "Only a question has an accepted answer.");
    public static readonly Error QuestionItself = Error.Invalid("question-itself", "A question is not its own answer.");
    public static readonly Error AlreadyResolved = Error.Conflict("resolved", "This thread is resolved already.");
    public static readonly Error NotResolved = Error.Conflict("not-resolved", "This thread is not resolved.");
    public static readonly Error AlreadyLocked = Error.Conflict("locked-already", "This thread is locked already.");
    public static readonly Error NotLocked = Error.Conflict("not-locked", "This thread is not locked.");
    public static readonly Error PinOver = Error.Invalid("pin-over", "Say a day that is still to come.");
    public static readonly Error PinTooLong = Error.Invalid("pin-too-long", "A thread can be pinned for a year at most.");
    public static readonly Error NotPinned = Error.Conflict("not-pinned", "This thread is not pinned.");
    public static readonly Error NoMoveTarget = Error.Invalid("invalid", "Say where the posts shall go: to another thread, or to a new one.");
    public static readonly Error NothingToMove = Error.Invalid("nothing-to-move", "Choose at least one post.");
    public static readonly Error SameThread = Error.Invalid("same-thread", "The posts are in this thread already. Choose another one.");
    public static readonly Error NoTitle = Error.Invalid("title-missing", "Give the new thread a title.");
    public static readonly Error MovedAlready = Error.Conflict("moved-already", "Some of these posts are in this thread no longer. Look at it again and choose anew.");
    public static readonly Error MovedOn = Error.Conflict("moved-on", "Posts of this move were moved on since, so it cannot be undone. Move them from where they are now.");
    public static readonly Error PlaceGone = Error.Conflict("place-gone", "The passage that the posts belonged to is gone, so they stay where they are.");

    /// <summary>On its way to a comment, the wish was overtaken by a move.</summary>
    public static readonly Error MovedMeanwhile = Error.Conflict("moved", "This post was moved to another thread just now. Try again.");
    public static readonly Error ReasonMissing = Error.Invalid("reason", "Say why: everybody in the group reads it.");

    /// <summary>What was asked for is so: the answer is yes, and nothing is written.</summary>
    public static readonly Error Unchanged = Error.Conflict("unchanged", "It is so already.");
    public static readonly Error Gone = Error.Conflict("gone", "This comment has been deleted or hidden.");

    /// <summary>The comment is counted for the member and its words are not shown: nothing is said about whether it still stands.</summary>
    public static readonly Error OwnNoteFirst = Error.Conflict("own-note-first", "Write your own note on this section first, or mark it as read.");

    public static readonly Error NothingToPublish = Error.Conflict("nothing-to-publish", "You have no notes of your own here.");
    public static readonly Error TooLateToUndo = Error.Conflict("too-late", "This can be taken back for ten minutes only. Delete single comments instead.");
    public static readonly Error AnsweredAlready = Error.Conflict("answered", "Somebody has answered already. Delete single comments instead.");
    public static readonly Error UndoneAlready = Error.Conflict("undone", "It has been taken back already.");

    public static readonly Error NoSuchParagraph = Error.Invalid("no-paragraph", "There is no such paragraph on the shelf of this group. Paste the address of a paragraph, or write ¶ and its number in this reading.");

    public static Error TooManyMentions(int limit) => Error.Invalid("invalid", $"A comment names {limit:N0} people at most. Take some of the names out.");

    public static Error TooManyToMove(int limit) => Error.Invalid("too-many-posts", $"{limit:N0} posts at most are moved at once. Choose fewer, and then the rest.");

    public static Error TooManyPins(int limit) => Error.Conflict("too-many-pins", $"A group has {limit:N0} pinned threads at most. Unpin one first.");

    /// <summary>Null when the reason may stand.</summary>
    public static Error? CheckReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? ReasonMissing
        : reason.Length > TextLimits.Reason ? Error.TooLong("The reason", TextLimits.Reason)
        : reason.IsStorable() ? null
        : Error.Unreadable("The reason");
}
