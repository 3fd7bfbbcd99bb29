using StudyGroup.Shared;

namespace StudyGroup.Identity;

/// <summary>What a password must be: long enough, and not one that is guessed first. Any characters, no rules of composition.</summary>
public static class PasswordRules
{
    public const int MinLength = 8;

    public static Result Check(string password, params ReadOnlySpan<string> personal)
    {
        if (password.Length < MinLength)
            return Errors.PasswordShort;
        if (password.Length > TextLimits.Password)
            return Error.TooLong("The password", TextLimits.Password);
        if (CommonPasswords.Contains(password))
            return Errors.PasswordCommon;

        foreach (var text in personal)
        {
            if (string.Equals(password.Trim(), text, StringComparison.OrdinalIgnoreCase))
                return Errors.PasswordPersonal;
        }

        return Result.Success;
    }
}
