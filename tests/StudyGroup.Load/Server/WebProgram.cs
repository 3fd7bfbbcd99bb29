using System.Diagnostics;

namespace StudyGroup.Load.Server;

/// <summary>The published web application, with the settings of this run.</summary>
/// <param name="Folder">Where it was published.</param>
/// <param name="Data">Its data directory.</param>
internal sealed record WebProgram(string Folder, string Data)
{
    private const string Solution = "StudyGroup.sln";
    private const string Unlimited = "1000000";

    /// <summary>Publishes the application of this repository.</summary>
    public static async Task PublishAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Repository(), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["publish", "src/StudyGroup.Web", "-c", "Release", "-o", folder, "-nologo", "-v", "quiet", "-p:UseSharedCompilation=false"])
            start.ArgumentList.Add(argument);
        // No build process outlives the run.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        var (status, said) = await RunAsync(start, cancellationToken);
        if (status != 0)
            throw new LoadException("The web application could not be published:\n" + said);
    }

    /// <summary>Runs one of the program's commands to its end.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> CommandAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var (status, said) = await RunAsync(Start(arguments), cancellationToken);
        return status == 0 ? said : throw new LoadException($"\"{string.Join(' ', arguments)}\" ended with {status}:\n{said}");
    }

    public ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, OperatingSystem.IsWindows() ? "StudyGroup.Web.exe" : "StudyGroup.Web"))
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var environment = start.Environment;
        environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        environment["DOTNET_ENVIRONMENT"] = "Development";
        environment["Data__Directory"] = Data;
        environment["Logging__LogLevel__Default"] = "Warning";
        // One machine plays all members: what is counted by member or by address must not stop it.
        foreach (var limit in (string[])["CircuitsPerMember", "HubConnectionsPerMember", "AnonymousSocketsPerAddress", "PostsPerMemberPerMinute", "SignInTriesPerAddress", "PasswordsWaiting", "AccessTokensPerMember"])
            environment["Limits__" + limit] = Unlimited;
        return start;
    }

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        throw new LoadException($"No {Solution} above {AppContext.BaseDirectory}: say with --app where the published web application is.");
    }

    private static async Task<(int Status, string Said)> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var process = Process.Start(start) ?? throw new LoadException($"{start.FileName} did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
