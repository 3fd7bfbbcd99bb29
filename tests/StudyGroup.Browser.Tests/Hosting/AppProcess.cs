using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StudyGroup.Browser.Tests.Scripts;

namespace StudyGroup.Browser.Tests.Hosting;

/// <summary>The built program as a process of its own, over a folder of its own, on a port that it keeps from start to start.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly HttpClient Asking = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) };

    private readonly IEnumerable<(string Key, string Value)> settings;
    private readonly ConcurrentQueue<string> output = new();
    private readonly int port = FreePort();
    private Process? process;

    private AppProcess(IEnumerable<(string Key, string Value)> settings) => this.settings = settings;

    public string Folder { get; } = Directory.CreateTempSubdirectory("studygroup-").FullName;

    public string Address => $"http://localhost:{port}";

    /// <summary>What went wrong in the program, from its log. A refusal by the hub is none, though the framework logs it as one.</summary>
    public IReadOnlyList<string> Faults =>
        [.. output.Where(line => (line.Contains("fail: ", StringComparison.Ordinal) || line.Contains("crit: ", StringComparison.Ordinal)) && !line.Contains("HubException", StringComparison.Ordinal))];

    public string Log => string.Join(Environment.NewLine, output);

    public static async Task<AppProcess> StartAsync(CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var app = new AppProcess(settings);
        await app.StartAgainAsync(cancellationToken);
        return app;
    }

    /// <summary>Starts the program over what it left in its folder, and waits until it answers.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        process = Process.Start(StartOf(["--urls", Address])) ?? throw new InvalidOperationException("The program did not start.");
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UntilAnswersAsync(process, cancellationToken);
    }

    /// <summary>Runs a command of the program over the same folder, beside the server.</summary>
    public async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var command = Process.Start(StartOf(arguments)) ?? throw new InvalidOperationException("The command did not start.");
        var said = Task.WhenAll(command.StandardOutput.ReadToEndAsync(cancellationToken), command.StandardError.ReadToEndAsync(cancellationToken));
        await command.WaitForExitAsync(cancellationToken);
        if (command.ExitCode != 0)
            throw new InvalidOperationException(string.Concat(await said));
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private ProcessStartInfo StartOf(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath(), .. arguments])
        {
            WorkingDirectory = Harness.RepositoryRoot,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Data__Directory"] = Folder;
        start.Environment["Logging__Console__FormatterName"] = "simple";
        start.Environment["Logging__Console__FormatterOptions__SingleLine"] = "true";
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    private async Task UntilAnswersAsync(Process started, CancellationToken cancellationToken)
    {
        var patience = Stopwatch.StartNew();
        while (!await AnswersAsync(cancellationToken))
        {
            if (started.HasExited || patience.Elapsed > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException($"The program does not answer:{Environment.NewLine}{Log}");
            await Task.Delay(50, cancellationToken);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Asking.GetAsync(new Uri($"{Address}/icons/favicon.svg"), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    // The tests lie in bin/<configuration>/<framework>; the program was built with them, under the same names.
    private static string ProgramPath()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Harness.RepositoryRoot, "src", "StudyGroup.Web", "bin", here.Parent?.Name ?? "Debug", here.Name, "StudyGroup.Web.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
