using Microsoft.Extensions.Options;

namespace StudyGroup.Administration.Importing;

/// <summary>The keys under <c>Import</c>.</summary>
public sealed class ImportOptions
{
    /// <summary>The largest file that is read.</summary>
    public long MaxFileBytes { get; set; } = 64 * 1024 * 1024;
}

internal sealed class ValidateImportOptions : IValidateOptions<ImportOptions>
{
    public ValidateOptionsResult Validate(string? name, ImportOptions options) => options.MaxFileBytes is < 1 or > int.MaxValue
        ? ValidateOptionsResult.Fail($"Import:MaxFileBytes is {options.MaxFileBytes}; it must be between 1 and {int.MaxValue}.")
        : ValidateOptionsResult.Success;
}
