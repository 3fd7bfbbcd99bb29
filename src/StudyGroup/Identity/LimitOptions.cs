using Microsoft.Extensions.Options;

namespace StudyGroup.Identity;

/// <summary>The keys under <c>Limits</c> that hold for accounts. All count within the time their name or summary says.</summary>
public sealed class LimitOptions
{
    /// <summary>Wrong passwords for one account from one address in 15 minutes.</summary>
    public int SignInTriesPerAccount { get; set; } = 10;

    /// <summary>Wrong passwords from one address in 15 minutes, whatever the account.</summary>
    public int SignInTriesPerAddress { get; set; } = 30;

    /// <summary>New accounts from one address in an hour.</summary>
    public int RegistrationsPerAddress { get; set; } = 20;

    /// <summary>Sign-ins that wait for their password to be checked: one is checked at a time, because each costs a tenth of a second of a core.</summary>
    public int PasswordsWaiting { get; set; } = 20;

    public int PostsPerMemberPerMinute { get; set; } = 20;

    /// <summary>Members that one comment may name, over all of its versions: each is told.</summary>
    public int MentionsPerComment { get; set; } = 50;

    /// <summary>Access tokens that one account may have in use.</summary>
    public int AccessTokensPerMember { get; set; } = 50;
}

internal sealed class ValidateLimitOptions : IValidateOptions<LimitOptions>
{
    public ValidateOptionsResult Validate(string? name, LimitOptions options)
    {
        var wrong = new (string Key, int Value)[]
        {
            (nameof(options.SignInTriesPerAccount), options.SignInTriesPerAccount),
            (nameof(options.SignInTriesPerAddress), options.SignInTriesPerAddress),
            (nameof(options.RegistrationsPerAddress), options.RegistrationsPerAddress),
            (nameof(options.PasswordsWaiting), options.PasswordsWaiting),
            (nameof(options.PostsPerMemberPerMinute), options.PostsPerMemberPerMinute),
            (nameof(options.MentionsPerComment), options.MentionsPerComment),
            (nameof(options.AccessTokensPerMember), options.AccessTokensPerMember),
        }.Where(limit => limit.Value < 1).Select(limit => $"Limits:{limit.Key} is {limit.Value}; it must be at least 1.").ToArray();
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
