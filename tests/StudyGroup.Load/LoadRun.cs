using System.Diagnostics;
using System.Globalization;
using StudyGroup.Load.Baselines;
using StudyGroup.Load.Measuring;
using StudyGroup.Load.Scenarios;
using StudyGroup.Load.Server;

namespace StudyGroup.Load;

/// <summary>One run from the first preparation to the table.</summary>
internal static class LoadRun
{
    public const string CircuitNote =
        "Circuits are opened in Blazor's own protocol without a browser: the server does all its work for an open page, the other side acknowledges what is drawn and runs, lays out and paints nothing.";

    private const int FewestMembers = 50;
    private const int FewestReadings = 5;
    private const int CommentsPerReading = 20;

    /// <returns>The exit status: 1 when a row is missed.</returns>
    public static async Task<int> RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        var before = Machine.Look();
        Console.WriteLine(before);
        using var files = new WorkFolder();
        var program = options.Url is null ? await PrepareAsync(options, files, cancellationToken) : null;
        var begun = Stopwatch.GetTimestamp();
        await using var server = program is null ? null : new WebServer(program);
        if (server is not null)
            Console.WriteLine($"First start: {(await server.StartAsync(cancellationToken)).TotalSeconds:0.00} s");
        using var site = new TestedSite(server?.Address ?? options.Url ?? throw new LoadException("Nothing to run against."));
        var tokens = (await File.ReadAllLinesAsync(options.Tokens ?? files.At("tokens"), cancellationToken)).Where(line => line.Length > 0).ToArray();
        if (tokens.Length < 2)
            throw new LoadException("The file of tokens has fewer than two.");

        var members = new Members(site, options.Password, tokens);
        var readings = await ReadingsAsync(members, cancellationToken);
        var bare = new BareFigures(options, files);
        var context = program is null || server is null
            ? new LoadContext(options, site, members, readings, bare, files)
            : new LoadContext(options, site, members, readings, bare, files, program, server);
        var rows = new List<Row>();
        foreach (var scenario in AllScenarios.All.Where(scenario => options.Scenarios.Contains(scenario.Name)))
            rows.AddRange(await MeasureAsync(scenario, context, cancellationToken));

        var (after, took) = (Machine.Look(), Stopwatch.GetElapsedTime(begun));
        Console.WriteLine();
        Report.Write(Console.Out, rows);
        Console.WriteLine();
        Console.WriteLine(CircuitNote);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"The generator shares the machine with the server. {took.TotalSeconds:0} s after publishing; load average {before.Load} before, {after.Load} after."));
        if (options.Json is not null)
            await JsonReport.WriteAsync(options.Json, before, after, took, rows, cancellationToken);
        return rows.Any(row => row.Verdict == Verdict.Missed) ? 1 : 0;
    }

    private static async Task<WebProgram> PrepareAsync(LoadOptions options, WorkFolder files, CancellationToken cancellationToken)
    {
        if (options.App is null)
        {
            Console.WriteLine("Publishing the web application");
            await WebProgram.PublishAsync(files.At("app"), cancellationToken);
        }

        var program = new WebProgram(options.App ?? files.At("app"), files.At("data"));
        var readings = Math.Max(FewestReadings, options.Clients / LoadContext.PerReading);
        var numbers = new[] { Math.Max(FewestMembers, Members.For(Math.Max(options.Viewers, options.Idle) + 20)), readings, readings * CommentsPerReading }
            .Select(number => number.ToString(CultureInfo.InvariantCulture)).ToArray();
        Console.WriteLine($"Seeding {numbers[0]} members, {numbers[1]} readings, {numbers[2]} comments");
        await program.CommandAsync(
            [
                "seed", "--group", LoadContext.Group, "--members", numbers[0], "--readings", numbers[1], "--comments", numbers[2],
                "--password", options.Password, "--tokens", files.At("tokens"),
            ],
            cancellationToken);
        return program;
    }

    private static async Task<IReadOnlyList<ReadingPlace>> ReadingsAsync(Members members, CancellationToken cancellationToken)
    {
        var member = await members.BrowserAsync(0, cancellationToken);
        var readings = new List<ReadingPlace>();
        foreach (var path in await ReadingPlace.ListAsync(member, LoadContext.Group, cancellationToken))
            readings.Add(await ReadingPlace.ReadAsync(member, path, cancellationToken));
        return readings.Count > 0 ? readings : throw new LoadException($"The page of group \"{LoadContext.Group}\" shows no readings.");
    }

    private static async Task<IReadOnlyList<Row>> MeasureAsync(IScenario scenario, LoadContext context, CancellationToken cancellationToken)
    {
        if (scenario.NeedsOwnServer && !context.HasOwnServer)
        {
            Console.WriteLine($"{scenario.Name}: left out, it needs a server of its own");
            return [];
        }

        Console.WriteLine($"{scenario.Name}: begins");
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var rows = await scenario.RunAsync(context, cancellationToken);
            foreach (var row in rows)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {row.What}: {row.Measured:0.##} {row.Target.Unit} {row.Fault}"));
            Console.WriteLine($"  took {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s");
            return rows;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // One that breaks off has missed; the others are measured all the same.
            Console.WriteLine($"  broke off: {exception}");
            if (context.HasOwnServer)
                Console.WriteLine(context.Server.Said());
            return [new Row(scenario.Name, scenario.Name, scenario.Target, double.NaN) { Fault = exception.Message }];
        }
    }
}
