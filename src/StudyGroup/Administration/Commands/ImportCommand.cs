using Microsoft.EntityFrameworkCore;
using StudyGroup.Administration.Importing;
using StudyGroup.Annotations.Editions;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Commands;

/// <summary>Imports files and folders; what cannot be imported is said, and the rest goes on.</summary>
public sealed class ImportCommand(IDbContextFactory<StudyGroupDbContext> contexts, FileImport files, CarryOverTally carryOvers, SiteAddress site) : ICommand
{
    public CommandForm Form { get; } = new(
        "import", "Imports files of texts, and folders of them, into the group named or the oldest one; a changed text of a known reading becomes a new edition of it.", "PATH", int.MaxValue, new CommandOption("group", "SLUG"));

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
            await ReportAsync($"[{index + 1}/{paths.Length}] {path}", imported, group.Value.Slug, terminal, cancellationToken);
        }

        await terminal.SayAsync(summary.ToString());
        return summary.IsComplete ? 0 : 1;
    }

    private async Task ReportAsync(string file, Result<IReadOnlyList<ImportedReading>> imported, string groupSlug, Terminal terminal, CancellationToken cancellationToken)
    {
        if (!imported.Succeeded)
        {
            await terminal.ComplainAsync($"{file}: {imported.Error.Message}");
            return;
        }

        await terminal.SayAsync($"{file}: {imported.Value.Count} {(imported.Value.Count == 1 ? "reading" : "readings")}");
        foreach (var reading in imported.Value)
            await terminal.SayAsync($"  {reading.Title}{await BecameAsync(reading, cancellationToken)}{Environment.NewLine}    {site.Of($"/groups/{groupSlug}/readings/{reading.Slug}")}");
    }

    /// <summary>What a text of a known reading became, and what became of the marks on it.</summary>
    private async Task<string> BecameAsync(ImportedReading reading, CancellationToken cancellationToken)
    {
        if (reading.As != ImportedAs.NewEdition)
            return reading.As == ImportedAs.Known ? $": known already, it is edition {reading.Edition}" : "";
        var counts = await carryOvers.CountAsync(reading.Id, cancellationToken);
        return $": a changed text, now edition {reading.Edition}. Marks: {counts.Kept:N0} kept, {counts.Moved:N0} moved, {counts.ToReview:N0} to review, {counts.Orphaned:N0} orphaned";
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
