using System.Globalization;

namespace StudyGroup.Administration.Commands;

/// <summary>What somebody typed behind a command's name, checked against the command's form.</summary>
public sealed record CommandLine(IReadOnlyList<string> Values, IReadOnlyDictionary<string, string> Options)
{
    public string? Text(string option) => Options.GetValueOrDefault(option);

    /// <summary>An option that the form requires.</summary>
    public string Required(string option) => Options[option];

    /// <summary>An option that the form requires as a number.</summary>
    public int Number(string option) => int.Parse(Options[option], NumberStyles.None, CultureInfo.InvariantCulture);

    public bool Has(string option) => Options.ContainsKey(option);
}
