using System.Net.Mail;
using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>The rules for an address that one signs in with.</summary>
public static class EmailAddress
{
    /// <returns>The address without surrounding space, or what is wrong with it.</returns>
    public static Result<string> Check(string? text)
    {
        var email = (text ?? "").Trim();
        if (email.Length > TextLimits.Email)
            return Error.TooLong("The e-mail address", TextLimits.Email);

        // MailAddress also reads "Ana <ana@example.org>"; only the bare form comes back unchanged.
        return MailAddress.TryCreate(email, out var address) && address.Address == email && !email.Any(char.IsControl) && !email.Any(char.IsWhiteSpace)
            ? email
            : Errors.EmailInvalid;
    }
}
