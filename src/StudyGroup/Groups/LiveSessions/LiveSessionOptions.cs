using Microsoft.Extensions.Options;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>The keys under <c>LiveSessions</c>.</summary>
public sealed class LiveSessionOptions
{
    /// <summary>So long nobody hears of who leads before a moderator is asked to lead on.</summary>
    public int AwaySeconds { get; set; } = 60;

    public TimeSpan Away => TimeSpan.FromSeconds(AwaySeconds);
}

internal sealed class ValidateLiveSessionOptions : IValidateOptions<LiveSessionOptions>
{
    public ValidateOptionsResult Validate(string? name, LiveSessionOptions options) => options.AwaySeconds is >= 1 and <= 3_600
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"LiveSessions:AwaySeconds is {options.AwaySeconds}; it must be from 1 to 3600.");
}
