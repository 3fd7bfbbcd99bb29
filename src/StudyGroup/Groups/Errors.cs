using StudyGroup.Shared;

namespace StudyGroup.Groups;

internal static class Errors
{
    public static readonly Error NotYourText = Error.Invalid("not-your-text", "This reading was brought in elsewhere; its text can be changed only there.");

    public static readonly Error NotYourRole = Error.Invalid("invalid", "Your role in this group does not allow that.");
    public static readonly Error InvitationNotUsable = Error.Invalid("invitation", "This invitation has expired or has been used up. Ask for a new one.");
    public static readonly Error NameMissing = Error.Invalid("name", "Give the group a name.");
    public static readonly Error SlugTaken = Error.Conflict("slug-taken", "Another group has this address already. Choose another name.");
    public static readonly Error LastOwner = Error.Conflict("last-owner", "A group needs an owner: make somebody else owner first.");
    public static readonly Error RoleUnknown = Error.Invalid("role", "Choose owner, moderator, participant or observer.");
    public static readonly Error NotBelowYou = Error.Invalid("invalid", "You can do that only to members whose role is below yours.");

    public static Error KnownText(string source, string title) =>
        Error.Conflict("already-imported", $"{source} says what an edition of “{title}” says already. Nothing was changed.");

    public static Error SeveralTexts(string source, int count) =>
        Error.Invalid("several-texts", $"{source} holds {count:N0} texts. A new edition needs a file with one, or with one of the same title.");
}
