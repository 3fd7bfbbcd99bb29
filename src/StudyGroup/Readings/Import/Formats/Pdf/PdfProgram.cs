using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using StudyGroup.Shared;

namespace StudyGroup.Readings.Import.Formats.Pdf;

/// <summary>Runs pdftotext over a PDF, within a time and an amount of memory, and hands over what it writes while it writes it.</summary>
internal static class PdfProgram
{
    private const int MostComplaint = 4_000;

    /// <summary>The words alone.</summary>
    public static readonly string[] Words = ["-enc", "UTF-8"];

    /// <summary>Each word with its place and size.</summary>
    public static readonly string[] Layout = ["-bbox-layout", "-enc", "UTF-8"];

    /// <param name="content">The PDF.</param>
    /// <param name="options">What the program is to write.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="read">Reads the program's output.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    public static Result<T> Run<T>(Stream content, string[] options, ImportLimits limits, Func<Stream, Result<T>> read, CancellationToken cancellationToken)
    {
        if (PathOf(limits.PdfProgram) is not { } program)
            return ImportErrors.NoPdfProgram;
        var folder = Directory.CreateTempSubdirectory("studygroup-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "document.pdf");
            using (var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
                content.CopyTo(stream);
            return Run(Start([program, .. options, file, "-"], limits), limits, read, cancellationToken);
        }
        catch (Win32Exception)
        {
            return ImportErrors.NoPdfProgram;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Result<T> Run<T>(Process process, ImportLimits limits, Func<Stream, Result<T>> read, CancellationToken cancellationToken)
    {
        using (process)
        {
            var complaint = new Complaint();
            process.ErrorDataReceived += complaint.Add;
            process.BeginErrorReadLine();
            using var watch = new Timer(_ => Kill(process, complaint), null, limits.PdfTime, Timeout.InfiniteTimeSpan);
            using var cancelled = cancellationToken.Register(() => Kill(process));
            var result = read(process.StandardOutput.BaseStream);

            // What reads less than everything has seen enough.
            if (!result.Succeeded && result.Error != ImportErrors.NotPdf)
                Kill(process);
            process.WaitForExit();
            cancellationToken.ThrowIfCancellationRequested();
            if (complaint.IsAboutPassword)
                return ImportErrors.Encrypted;
            return complaint.IsLate ? ImportErrors.PdfTooSlow : result.Succeeded && process.ExitCode != 0 ? ImportErrors.NotPdf : result;
        }
    }

    private static Process Start(string[] words, ImportLimits limits)
    {
        // The shell sets a limit to the memory and becomes the program.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(words[0], words[1..])
            : new ProcessStartInfo("/bin/sh", ["-c", "ulimit -v \"$1\" 2>/dev/null; shift; exec \"$@\"", "sh", (limits.PdfMegabytes * 1024L).ToString(CultureInfo.InvariantCulture), .. words]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return Process.Start(start) ?? throw new Win32Exception();
    }

    private static string? PathOf(string program) => Path.IsPathRooted(program) ? File.Exists(program) ? program : null : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") }).FirstOrDefault(File.Exists);

    // Why is known before the program ends: whoever reads its output goes on at once.
    private static void Kill(Process process, Complaint? late = null)
    {
        try
        {
            if (process.HasExited)
                return;
            late?.IsLate = true;
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself meanwhile.
        }
    }

    private sealed class Complaint
    {
        private int length;

        public bool IsAboutPassword { get; private set; }

        public bool IsLate { get; set; }

        public void Add(object sender, DataReceivedEventArgs line)
        {
            length += line.Data?.Length ?? 0;
            if (length < MostComplaint && line.Data?.Contains("password", StringComparison.OrdinalIgnoreCase) == true)
                IsAboutPassword = true;
        }
    }
}
