using System.Globalization;
using StudyGroup.Load.Scenarios;

namespace StudyGroup.Load;

/// <summary>How large the run is and what it runs against.</summary>
internal sealed record LoadOptions
{
    public static readonly string Usage = $"""
        usage: dotnet run -c Release --project tests/StudyGroup.Load -- [options]
          --clients N         connected hub clients, 50 to a reading (200)
          --viewers N         open reading pages, that is circuits (100)
          --idle N            open reading pages whose memory is measured (as --viewers)
          --posts R           posts a second where the row does not fix it (2)
          --seconds S         length of each measurement (10)
          --kills K           kills of the process (20)
          --scenario A,B      only these of: {string.Join(", ", AllScenarios.Names)}
          --long              full size: 1,000 clients and viewers, 1,500 idle, 30 s, 200 kills
          --json FILE         write the rows there as well
          --app FOLDER        a published web application, instead of publishing it first
          --url U --tokens F  a running site that was seeded by "seed --group load --tokens F"
          --password P        of the seeded members (read-together-1)
        """;

    public int Clients { get; init; } = 200;

    public int Viewers { get; init; } = 100;

    public int Idle { get; init; } = 100;

    public double Posts { get; init; } = 2;

    public int Seconds { get; init; } = 10;

    public int Kills { get; init; } = 20;

    public IReadOnlyList<string> Scenarios { get; init; } = AllScenarios.Names;

    public string? Json { get; init; }

    public string? App { get; init; }

    public Uri? Url { get; init; }

    public string? Tokens { get; init; }

    public string Password { get; init; } = "read-together-1";

    public TimeSpan Duration => TimeSpan.FromSeconds(Seconds);

    /// <summary>Null when the arguments make no sense; <paramref name="wrong"/> says why.</summary>
    public static LoadOptions? Parse(string[] args, out string wrong)
    {
        wrong = "";
        var options = args.Contains("--long")
            ? new LoadOptions { Clients = 1000, Viewers = 1000, Idle = 1500, Seconds = 30, Kills = 200 }
            : new LoadOptions();
        var isIdleSaid = args.Contains("--long") || args.Contains("--idle");
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--long")
                continue;
            if (i + 1 == args.Length)
            {
                wrong = $"{args[i]} needs a value, or is not known.";
                return null;
            }

            var value = args[++i];
            var next = (args[i - 1], Number(value)) switch
            {
                ("--clients", > 0 and var n) => options with { Clients = (int)n },
                ("--viewers", > 0 and var n) => options with { Viewers = (int)n },
                ("--idle", > 0 and var n) => options with { Idle = (int)n },
                ("--posts", > 0 and var n) => options with { Posts = n },
                ("--seconds", > 0 and var n) => options with { Seconds = (int)n },
                ("--kills", > 0 and var n) => options with { Kills = (int)n },
                ("--scenario", _) => options with { Scenarios = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
                ("--json", _) => options with { Json = Path.GetFullPath(value) },
                ("--app", _) => options with { App = Path.GetFullPath(value) },
                ("--url", _) when Uri.TryCreate(value, UriKind.Absolute, out var url) => options with { Url = url },
                ("--tokens", _) => options with { Tokens = Path.GetFullPath(value) },
                ("--password", _) => options with { Password = value },
                _ => null,
            };
            if (next is null)
            {
                wrong = $"{args[i - 1]} {value}: not understood.";
                return null;
            }

            options = next;
        }

        if (options.Scenarios.Except(AllScenarios.Names).FirstOrDefault() is { } stranger)
            wrong = $"There is no scenario \"{stranger}\".";
        else if ((options.Url is null) != (options.Tokens is null))
            wrong = "--url and --tokens belong together.";
        if (wrong.Length > 0)
            return null;
        return isIdleSaid ? options : options with { Idle = options.Viewers };
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : null;
}
