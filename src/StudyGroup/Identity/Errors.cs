using StudyGroup.Shared;

namespace StudyGroup.Identity;

internal static class Errors
{
    // One sentence for both, so that the words tell neither whether the account exists nor how many tries are left.
    private const string NoSignIn = "Email and password do not match. After several wrong tries you have to wait a quarter of an hour.";

    public static readonly Error WrongSignIn = Error.Invalid("sign-in", NoSignIn);
    public static readonly Error TooManySignIns = new(ErrorKind.TooMany, "too-many", NoSignIn);
    public static readonly Error WrongPassword = Error.Invalid("password-wrong", "That is not your password.");
    public static readonly Error TooManyPasswords = new(ErrorKind.TooMany, "too-many", "Too many wrong passwords. Wait a quarter of an hour.");
    public static readonly Error Busy = new(ErrorKind.TooMany, "too-many", "Too many people are signing in at this moment. Try again in a few seconds.");
    public static readonly Error TooManyRegistrations = new(ErrorKind.TooMany, "too-many", "Too many new accounts come from your network. Try again in an hour.");
    public static readonly Error TooManyPosts = new(ErrorKind.TooMany, "too-many", "You are posting very fast. Wait a minute.");
    public static readonly Error TooManyTokens = new(ErrorKind.TooMany, "too-many", "You have as many access tokens as one account may have. Revoke one first.");
    public static readonly Error RegistrationClosed = Error.Invalid("invitation", "You need an invitation to make an account here.");
    public static readonly Error EmailInvalid = Error.Invalid("email", "Give an e-mail address, such as name@example.org.");
    public static readonly Error NameMissing = Error.Invalid("name", "Give a name of at least one letter.");
    public static readonly Error NameSigns = Error.Invalid("name", "The name holds signs that cannot be seen. Type it again.");
    public static readonly Error NameTaken = Error.Conflict("name-taken", "Somebody has this name already, or one that looks like it. Choose another.");
    public static readonly Error AccountTaken = Error.Conflict("account-taken", "There is an account with this name or e-mail address already. Choose another.");
    public static readonly Error PasswordShort = Error.Invalid("password", "The password needs at least 8 characters.");
    public static readonly Error PasswordCommon = Error.Invalid("password", "This password is one of those that are tried first. Choose another.");
    public static readonly Error PasswordPersonal = Error.Invalid("password", "The password must not be your name or your e-mail address.");
    public static readonly Error TimeZoneUnknown = Error.Invalid("time-zone", "Choose a time zone from the list.");
    public static readonly Error LanguageUnknown = Error.Invalid("language", "Choose a language from the list.");
    public static readonly Error TokenNameMissing = Error.Invalid("name", "Give the token a name that tells you what it is for.");
    public static readonly Error ExpiryPast = Error.Invalid("expiry", "The token would have expired already. Choose a later day.");
    public static readonly Error LinkNotUsable = Error.Invalid("link", "This link has expired or has been used. Ask for a new one.");
    public static readonly Error NoSuchAccount = Error.Invalid("email", "No account has this e-mail address.");
}
