using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

internal static class LiveSessionErrors
{
    public static readonly Error Running = Error.Conflict("session-running", "A live session is running on this text already. Join it.");
    public static readonly Error Over = Error.Conflict("session-over", "This live session has ended.");
    public static readonly Error NotLeading = Error.Invalid("not-leading", "Only who leads the session can do that.");
    public static readonly Error NotYoursToEnd = Error.Invalid("not-leading", "Only who leads the session or a moderator can end it.");
    public static readonly Error NoParagraph = Error.Invalid("invalid", "This text has no such paragraph.");
    public static readonly Error MovedOn = Error.Conflict("moved-on", "Somebody has just done that. Look at the session as it is now.");
    public static readonly Error NobodyWaits = Error.Conflict("nobody-waits", "Nobody has raised a hand.");
    public static readonly Error NobodySpeaks = Error.Conflict("nobody-speaks", "Nobody has the word.");
    public static readonly Error TooManyHands = new(ErrorKind.TooMany, "too-many", $"{LiveSession.MostHands} hands are up already. Wait until some of them have spoken.");
    public static readonly Error TooOften = new(ErrorKind.TooMany, "too-many", "You raise and lower your hand very often. Wait a minute.");
    public static readonly Error WrongMinutes = Error.Invalid("minutes", $"Choose from 1 to {LiveSession.MostMinutes} minutes.");
    public static readonly Error MayNotLead = Error.Invalid("may-not-lead", "Only a member who may speak can lead the session.");

    /// <summary>What was asked for is so: the answer is yes, and nothing is written.</summary>
    public static readonly Error Unchanged = Error.Conflict("unchanged", "It is so already.");

    public static Error Leads(string name) => Error.Conflict("leads", $"{name} leads the session now.");
}
