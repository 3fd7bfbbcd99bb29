namespace StudyGroup.Identity;

/// <summary>The keys under <c>Accounts</c>.</summary>
public sealed class AccountOptions
{
    /// <summary>Whether anybody may make an account; otherwise an invitation is needed.</summary>
    public bool OpenRegistration { get; set; }
}
