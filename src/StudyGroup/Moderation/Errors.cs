using StudyGroup.Shared;

namespace StudyGroup.Moderation;

internal static class Errors
{
    public static readonly Error ReasonMissing = Error.Invalid("reason", "Say why: the author will read it.");
    public static readonly Error ReportedAlready = Error.Conflict("reported", "You have reported this comment already. The moderators have your words.");
    public static readonly Error AlreadyHidden = Error.Conflict("hidden", "This comment is hidden or deleted already.");
    public static readonly Error NotHidden = Error.Conflict("not-hidden", "This comment is not hidden.");

    /// <summary>Trims and checks a reason; null when it may stand.</summary>
    public static Error? Check(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? ReasonMissing
        : reason.Length > TextLimits.Reason ? Error.TooLong("The reason", TextLimits.Reason)
        : null;
}
