using System.Text.Json;
using StudyGroup.Administration;
using StudyGroup.Administration.Exporting;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Administration;

public sealed class ExportReadingsTests
{
    [Theory, BothEngines]
    public async Task Every_reading_comes_out_as_it_went_in(Engine engine)
    {
        await using var machine = await Machine.NewAsync(engine, "Development");
        var target = Path.Combine(machine.Folder, "new", "export");

        var said = await machine.TypeAsync("export-readings", target);

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("3 readings and 0 issues", said.Out, StringComparison.Ordinal);
        Assert.Equal(["a-table-of-tides.json", "the-bench-at-the-reservoir.json", "the-common-margin.json"], Directory.EnumerateFiles(target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var margin = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(Path.Combine(target, "the-common-margin.json"), TestContext.Current.CancellationToken));
        Assert.Equal("Ilse Marwick", margin.RootElement.GetProperty("authors")[0].GetString());
        Assert.Equal("the-common-margin.md", margin.RootElement.GetProperty("source").GetString());
        Assert.Equal(7, margin.RootElement.GetProperty("blocks").EnumerateArray().Count(block => block.GetProperty("type").GetString() == "thesis"));
        Assert.Equal(4, margin.RootElement.GetProperty("footnotes").GetArrayLength());
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_left_as_it_is()
    {
        await using var machine = await Machine.CreateAsync(Engine.Sqlite);
        machine.File("export/note.txt", "mine");

        var said = await machine.TypeAsync("export-readings", Path.Combine(machine.Folder, "export"));

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("must be empty or absent", said.Error, StringComparison.Ordinal);
        Assert.Equal(["note.txt"], Directory.EnumerateFileSystemEntries(Path.Combine(machine.Folder, "export")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_export_that_was_stopped_leaves_nothing()
    {
        await using var machine = await Machine.NewAsync(Engine.Sqlite, "Development");
        await machine.Core.Get<DatabaseStart>().RunAsync(TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var target = Path.Combine(machine.Folder, "export");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => machine.Core.Get<ExportReadings>().WriteAsync(target, new StopAtFirst(stop), stop.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(machine.Folder));
    }

    private sealed class StopAtFirst(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }
}
