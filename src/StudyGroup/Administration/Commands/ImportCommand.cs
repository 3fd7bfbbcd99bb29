using Microsoft.EntityFrameworkCore;
using StudyGroup.Administration.Importing;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Commands;

/// <summary>Imports files and folders; what cannot be imported is said, and the rest goes on.</summary>
public sealed class ImportCommand(IDbContextFactory<StudyGroupDbContext> contexts, FileImport files, SiteAddress site) : ICommand
{
    public CommandForm Form { get; } = new(
        "import", "Imports text and Markdown files, and folders of them, into the group named or the oldest one.", "PATH", int.MaxValue, new CommandOption("group", "SLUG"));

    public async Task<int> RunAsync(CommandLine line, Terminal terminal, CancellationToken cancellationToken)
    {
        var group = await FindGroupAsync(line.Text("group"), cancellationToken);
        if (!group.Succeeded)
        {
            await terminal.ComplainAsync(group.Error.Message);
            return 1;
        }

        var paths = line.Values.SelectMany(ImportPaths.Expand).ToArray();
        var summary = new ImportSummary();
        foreach (var (index, path) in paths.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var imported = await files.ImportAsync(path, group.Value.Id, cancellationToken);
            summary.Add(path, imported);
            await ReportAsync($"[{index + 1}/{paths.Length}] {path}", imported, group.Value.Slug, terminal);
        }

        await terminal.SayAsync(summary.ToString());
        return summary.IsComplete ? 0 : 1;
    }

    private async Task ReportAsync(string file, Result<IReadOnlyList<ImportedReading>> imported, string groupSlug, Terminal terminal)
    {
        if (!imported.Succeeded)
        {
            await terminal.ComplainAsync($"{file}: {imported.Error.Message}");
            return;
        }

        await terminal.SayAsync($"{file}: {imported.Value.Count} {(imported.Value.Count == 1 ? "reading" : "readings")}");
        foreach (var reading in imported.Value)
            await terminal.SayAsync($"  {reading.Title}{Environment.NewLine}    {site.Of($"/groups/{groupSlug}/readings/{reading.Slug}")}");
    }

    private async Task<Result<Group>> FindGroupAsync(string? slug, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var group = await db.Groups().AsNoTracking()
            .Where(row => slug == null || row.Slug == slug)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return group is not null ? group : slug is null ? Errors.NoGroup : Errors.UnknownGroup(slug);
    }
}
