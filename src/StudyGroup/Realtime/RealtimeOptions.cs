using Microsoft.Extensions.Options;

namespace StudyGroup.Realtime;

/// <summary>The keys under <c>Realtime</c>.</summary>
public sealed class RealtimeOptions
{
    /// <summary>How long the log answers who comes back; older rows are deleted, and who asks for them reloads.</summary>
    public int KeepEventsDays { get; set; } = 30;
}

internal sealed class ValidateRealtimeOptions : IValidateOptions<RealtimeOptions>
{
    public ValidateOptionsResult Validate(string? name, RealtimeOptions options) => options.KeepEventsDays is >= 1 and <= 36_500
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Realtime:KeepEventsDays is {options.KeepEventsDays}; it must be from 1 to 36500.");
}
