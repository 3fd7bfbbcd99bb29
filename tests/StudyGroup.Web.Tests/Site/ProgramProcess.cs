using System.Diagnostics;
using System.Globalization;

namespace StudyGroup.Web.Tests.Site;

/// <summary>What a run of the program came to, and the most memory it held (the kernel's high-water mark of the resident set).</summary>
internal sealed record ProgramRun(int ExitCode, string Out, string Error, long PeakKilobytes);

/// <summary>The built program as a process of its own, over a data folder of its own.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("studygroup-program-");

    public async Task<ProgramRun> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "StudyGroup.Web.dll"), .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Data__Directory"] = data.FullName;
        start.Environment["Logging__LogLevel__Default"] = "Error";
        // Diagnostic ports of an outer run would be opened twice.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.Delay(5, cancellationToken);
        }

        return new ProgramRun(process.ExitCode, await output, await error, peak);
    }

    public void Dispose() => data.Delete(recursive: true);

    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', '\t').First(word => word.Length > 0 && char.IsAsciiDigit(word[0])), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
