using System.Diagnostics;
using StudyGroup.Readings.Import;
using StudyGroup.Tests.Architecture;
using Xunit;

namespace StudyGroup.Tests.Readings.Import;

/// <summary>Imports the sample exports, which are no part of the repository, and lets their own program score the result.</summary>
public sealed class SampleScoreTests
{
    private const string LeastScore = "97";

    private static string Samples => Environment.GetEnvironmentVariable("STUDYGROUP_SAMPLES") ?? Path.Combine(Repository.Root, "..", "shared");

    [Fact]
    public void The_sample_exports_become_their_readings()
    {
        var folder = Path.Combine(Samples, "readings");
        Assert.SkipUnless(Directory.Exists(folder), $"not run: no sample exports in {folder}");
        var output = Directory.CreateTempSubdirectory("studygroup-import-");
        try
        {
            var readings = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Sum(path => Export(path, output.FullName));

            Assert.True(readings >= 8, $"Only {readings} readings were found.");
            Assert.Equal((0, ""), Score(output.FullName));
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    [Fact]
    public void No_line_of_a_sample_is_lost()
    {
        var folder = Path.Combine(Samples, "readings");
        Assert.SkipUnless(Directory.Exists(folder), $"not run: no sample exports in {folder}");

        foreach (var path in Directory.EnumerateFiles(folder, "*.txt"))
            Assert.Empty(LostWords.In(File.ReadAllText(path), Import(path)));
    }

    private static ImportedDocument Import(string path)
    {
        var result = new DocumentImporter().Import(path, File.ReadAllBytes(path), TestContext.Current.CancellationToken);
        Assert.True(result.Succeeded, result.Error?.Message);
        return result.Value;
    }

    private static int Export(string path, string folder)
    {
        var document = Import(path);
        foreach (var (reading, index) in document.Readings.Select((reading, index) => (reading, index)))
            File.WriteAllBytes(Path.Combine(folder, $"{document.SourceName}.{index}.json"), ReadingJson.Write(document.SourceName, reading));
        if (document.Issue is { } issue)
            File.WriteAllBytes(Path.Combine(folder, $"{document.SourceName}.issue.json"), ReadingJson.Write(document.SourceName, issue));
        return document.Readings.Count;
    }

    /// <returns>Exit code 0, or what the program complains of.</returns>
    private static (int Code, string Complaint) Score(string folder)
    {
        var start = new ProcessStartInfo("python3", [Path.Combine(Samples, "import", "score.py"), folder, "--min", LeastScore]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process? program = null;
        try
        {
            program = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No such program on this machine.
        }

        Assert.SkipWhen(program is null, "not run: python3 is not installed");
        using (program)
        {
            var complaint = program.StandardOutput.ReadToEnd() + program.StandardError.ReadToEnd();
            program.WaitForExit();
            return program.ExitCode == 0 ? (0, "") : (program.ExitCode, complaint);
        }
    }
}
