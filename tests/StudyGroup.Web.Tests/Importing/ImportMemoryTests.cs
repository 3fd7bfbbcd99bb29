using StudyGroup.Tests.Readings.Import.Bad;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Importing;

/// <summary>What bad files cost the program that refuses them, and what they leave behind.</summary>
public sealed class ImportMemoryTests : IDisposable
{
    private const long MostKilobytes = 50 * 1024;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("studygroup-bad-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refused_files_cost_little_memory_and_say_why_while_the_others_are_imported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "not run: the high-water mark of memory is read from /proc");
        var small = Text("small.txt", "The Pier");
        var others = new[] { Text("a-first.txt", "The Ferry"), Text("zz-last.txt", "The Weir") };
        foreach (var bad in BadFile.All)
        {
            await using var stream = File.Create(Path.Combine(folder.FullName, "bad-" + bad.Name));
            bad.Write(stream);
        }

        using var alone = new ProgramProcess();
        using var together = new ProgramProcess();
        var usual = await alone.RunAsync(["import", small], Cancellation);
        File.Delete(small);
        var run = await together.RunAsync(["import", folder.FullName], Cancellation);

        Assert.Equal(0, usual.ExitCode);
        Assert.Equal(1, run.ExitCode);
        Assert.All(BadFile.All, bad => Assert.Matches($@"bad-{bad.Name}(/\S+)?: \p{{Lu}}[^\n]+\.\s", run.Error));
        Assert.All(new[] { "The Ferry", "The Weir" }, title => Assert.Contains(title, run.Out, StringComparison.Ordinal));
        Assert.Contains($"{others.Length} of {BadFile.All.Count + others.Length} files imported, {others.Length} readings.", run.Out, StringComparison.Ordinal);
        Assert.True(run.PeakKilobytes - usual.PeakKilobytes < MostKilobytes, $"{usual.PeakKilobytes:N0} KB with a small file, {run.PeakKilobytes:N0} KB with bad ones");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Text(string name, string title)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, $"{title}\n\nThe keeper wrote the level of the water into a book that nobody ever read.\n");
        return path;
    }
}
