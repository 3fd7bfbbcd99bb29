using StudyGroup.Shared;

namespace StudyGroup.Moderation;

internal static class Errors
{
    public static readonly Error ReasonMissing = Error.Invalid("reason", "Say why: the author will read it.");
    public static readonly Error ReportedAlready = Error.Conflict("reported", "You have reported this comment already. The moderators have your words.");
    public static readonly Error AlreadyHidden = Error.Conflict("hidden", "This comment is hidden or deleted already.");
    public static readonly Error AlreadySuspended = Error.Conflict("suspended", "This member is suspended already.");
    public static readonly Error NotSuspended = Error.Conflict("not-suspended", "This member is not suspended.");
    public static readonly Error NotHidden = Error.Conflict("not-hidden", "This comment is not hidden.");

    /// <summary>Checks a reason that must be given; null when it may stand.</summary>
    public static Error? Check(string reason) => string.IsNullOrWhiteSpace(reason) ? ReasonMissing : CheckIfGiven(reason);

    /// <summary>Checks a reason that may be empty.</summary>
    public static Error? CheckIfGiven(string reason) =>
        reason.Length > TextLimits.Reason ? Error.TooLong("The reason", TextLimits.Reason)
        : reason.IsStorable() ? null
        : Error.Unreadable("The reason");
}
