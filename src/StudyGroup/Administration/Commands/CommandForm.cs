using System.Globalization;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Commands;

/// <summary>One option of a command: with a value (its placeholder says of what), or a mere switch.</summary>
public sealed record CommandOption(string Name, string? Placeholder = null, bool IsRequired = false, bool IsNumber = false)
{
    public override string ToString()
    {
        var written = Placeholder is null ? $"--{Name}" : $"--{Name} {Placeholder}";
        return IsRequired ? written : $"[{written}]";
    }
}

/// <summary>How a command is typed, and what it is for.</summary>
/// <param name="Name">The word behind the program's name.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Value">Placeholder of the values without a name; null when there are none.</param>
/// <param name="MostValues">How many of them there may be; there must be one.</param>
/// <param name="Options">In the order of the usage line.</param>
public sealed record CommandForm(string Name, string Summary, string? Value, int MostValues, params IReadOnlyList<CommandOption> Options)
{
    public string Usage => string.Join(' ', new[] { Name, Value is null ? null : MostValues > 1 ? $"{Value}..." : Value }.OfType<string>().Concat(Options.Select(option => option.ToString())));

    /// <summary>Takes the words behind the command's name apart, or says which of them is wrong.</summary>
    public Result<CommandLine> Read(IReadOnlyList<string> words)
    {
        var values = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                values.Add(word);
                continue;
            }

            var (name, given) = word.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 ? (word[2..equals], word[(equals + 1)..]) : (word[2..], null);
            var option = Options.FirstOrDefault(option => option.Name == name);
            if (option is null && !IsSetting(name))
                return Wrong($"There is no option --{name}.");
            if (option is not null and { Placeholder: null })
            {
                if (given is not null)
                    return Wrong($"--{name} takes no value.");
                given = "";
            }
            else if (given is null && ++index < words.Count)
            {
                given = words[index];
            }

            if (given is null)
                return Wrong($"--{name} needs a value.");
            if (!options.TryAdd(name, given))
                return Wrong($"--{name} stands there twice.");
        }

        return Check(new CommandLine(values, options));
    }

    // Settings of the program itself, such as --Data:Directory or --environment, stand in the configuration already.
    private static bool IsSetting(string name) => name.Contains(':', StringComparison.Ordinal) || name is "environment" or "contentRoot" or "urls";

    private Result<CommandLine> Check(CommandLine line)
    {
        if (line.Values.Count > MostValues)
            return Wrong($"“{line.Values[MostValues]}” is one word too many.");
        if (Value is not null && line.Values.Count == 0)
            return Wrong($"{Value} is missing.");
        foreach (var option in Options)
        {
            var given = line.Text(option.Name);
            if (option.IsRequired && string.IsNullOrWhiteSpace(given))
                return Wrong($"--{option.Name} is missing.");
            if (option.IsNumber && given is not null && !int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                return Wrong($"--{option.Name} is “{given}”; it must be a whole number.");
        }

        return line;
    }

    private static Error Wrong(string sentence) => Error.Invalid("usage", sentence);
}
