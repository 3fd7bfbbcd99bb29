using StudyGroup.Administration.Exporting;

namespace StudyGroup.Administration.Commands;

/// <summary>Writes what was imported, as the program understands it, for other programs.</summary>
public sealed class ExportReadingsCommand(ExportReadings export, TimeProvider time) : ICommand
{
    public CommandForm Form { get; } = new("export-readings", "Writes the newest edition of every reading, and every issue, as JSON into an empty or new folder.", "DIR", MostValues: 1);

    public async Task<int> RunAsync(CommandLine line, Terminal terminal, CancellationToken cancellationToken)
    {
        var exported = await export.WriteAsync(line.Values[0], new ProgressLine("readings", null, terminal, time), cancellationToken);
        if (!exported.Succeeded)
        {
            await terminal.ComplainAsync($"{line.Values[0]}: {exported.Error.Message}");
            return 1;
        }

        await terminal.SayAsync($"{exported.Value.Readings:N0} readings and {exported.Value.Issues:N0} issues are in {Path.GetFullPath(line.Values[0])}.");
        return 0;
    }
}
