using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace StudyGroup.Load.Server;

/// <summary>The web application as a process of its own, on a port that stays the same over restarts.</summary>
internal sealed class WebServer(WebProgram program) : IAsyncDisposable
{
    /// <summary>Anybody may see it, and it is drawn by the application.</summary>
    private const string FirstPage = "account/sign-in";
    private const int KeptLines = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Queue<string> lastLines = new();
    private Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    public int ProcessId => process?.Id ?? throw new InvalidOperationException("The server is not running.");

    public double MemoryMegabytes
    {
        get
        {
            process?.Refresh();
            return (process?.WorkingSet64 ?? 0) / 1024.0 / 1024.0;
        }
    }

    /// <summary>What the process has taken of the cores so far; busy neighbours change it less than a time on the clock.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process?.Refresh();
            return process?.TotalProcessorTime ?? TimeSpan.Zero;
        }
    }

    /// <summary>Starts it and waits for the first page.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> StartAsync(CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        process = Process.Start(program.Start(["--urls", Address.GetLeftPart(UriPartial.Authority)])) ?? throw new LoadException("The server did not start.");
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = Address, Timeout = Patience };
        while (!await AnswersAsync(browser, cancellationToken))
        {
            if (process.HasExited)
                throw new LoadException($"The server ended with {process.ExitCode}:\n{Said()}");
            if (Stopwatch.GetElapsedTime(begun) > Patience)
                throw new LoadException($"The server gave no page in {Patience.TotalSeconds} s:\n{Said()}");
            await Task.Delay(Pause, cancellationToken);
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>Kills the process as the system would: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;

        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }

        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private static async Task<bool> AnswersAsync(HttpClient browser, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await browser.GetAsync(FirstPage, cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;

        lock (lastLines)
        {
            lastLines.Enqueue(line.Data);
            if (lastLines.Count > KeptLines)
                lastLines.Dequeue();
        }
    }

    /// <summary>The last lines of its log.</summary>
    public string Said()
    {
        lock (lastLines)
            return string.Join('\n', lastLines);
    }
}
