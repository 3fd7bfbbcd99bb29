using Microsoft.EntityFrameworkCore;
using StudyGroup.Administration.Importing;
using StudyGroup.Annotations.Editions;
using StudyGroup.Groups;
using StudyGroup.Groups.Importing;
using StudyGroup.Persistence;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Commands;

/// <summary>Imports files, folders and archives; what cannot be imported is said, and the rest goes on.</summary>
public sealed class ImportCommand(IDbContextFactory<StudyGroupDbContext> contexts, FileImport files, ReceiveImportHandler review, CarryOverTally carryOvers, SiteAddress site, TimeProvider time) : ICommand
{
    public CommandForm Form { get; } = new(
        "import",
        "Imports texts (plain, Markdown, HTML, EPUB, Word, PDF), folders and ZIP archives of them, into the group named or the oldest one; a changed text of a known reading becomes a new edition of it. What the importer is not sure of is accepted, or with --leave-review waits for an editor; --chapters makes a reading of each chapter; --dry-run stores nothing.",
        "PATH",
        int.MaxValue,
        new CommandOption("group", "SLUG"),
        new CommandOption("accept-review"),
        new CommandOption("leave-review"),
        new CommandOption("chapters"),
        new CommandOption("dry-run"));

    public async Task<int> RunAsync(CommandLine line, Terminal terminal, CancellationToken cancellationToken)
    {
        var group = line.Has("accept-review") && line.Has("leave-review") ? (Result<Group>)Errors.TwoMinds : await FindGroupAsync(line.Text("group"), cancellationToken);
        // Who only looks needs no group.
        var isDry = line.Has("dry-run");
        if (!group.Succeeded && !(isDry && group.Error == Errors.NoGroup))
        {
            await terminal.ComplainAsync(group.Error.Message);
            return 1;
        }

        var paths = line.Values.SelectMany(ImportPaths.Expand).ToArray();
        var choices = new ImportChoices { ChapterByChapter = line.Has("chapters") };
        var report = new ImportReport(terminal, site, carryOvers, time, group.Value?.Slug ?? "");
        foreach (var (index, path) in paths.Index())
        {
            foreach (var file in files.Open(path, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var place = $"[{index + 1}/{paths.Length}] {file.Name}";
                var done = new PercentDone();
                var read = await report.WaitAsync($"{place}: being read", files.ReadAsync(file, choices with { Progress = done }, cancellationToken), () => done.Percent, cancellationToken);
                if (!read.Succeeded)
                    await report.RefusedAsync(place, file.Name, read.Error);
                else if (isDry || group.Value is not { } target)
                    await LookAheadAsync(place, file.Name, read.Value, group.Value, report, cancellationToken);
                else if (line.Has("leave-review") && NeedsReview(read.Value))
                    await LeaveAsync(place, file, read.Value, choices, target, report, cancellationToken);
                else
                    await StoreAsync(place, file, read.Value, target, report, cancellationToken);
            }
        }

        await terminal.SayAsync(report.Summary());
        return report.IsComplete ? 0 : 1;
    }

    private static bool NeedsReview(ImportedDocument document) =>
        document.Readings.Any(reading => reading.Repairs.Any(repair => repair.Sureness == Sureness.ForReview));

    private async Task LookAheadAsync(string place, string name, ImportedDocument document, Group? group, ImportReport report, CancellationToken cancellationToken)
    {
        var forecast = group is null ? Array.Empty<ImportedReading>() : await files.ForecastAsync(document, group.Id, cancellationToken);
        if (forecast.Succeeded)
            await report.FoundAsync(place, name, document, forecast.Value);
        else
            await report.RefusedAsync(place, name, forecast.Error);
    }

    private async Task StoreAsync(string place, SourceFile file, ImportedDocument document, Group group, ImportReport report, CancellationToken cancellationToken)
    {
        // SQLite stores without ever waiting, so the step would be over before the first word about it.
        var storing = Task.Run(() => files.StoreAsync(document, group.Id, cancellationToken), cancellationToken);
        var stored = await report.WaitAsync($"{place}: being stored", storing, null, cancellationToken);
        if (stored.Succeeded)
            await report.ImportedAsync(place, file.Name, document, stored.Value, cancellationToken);
        else
            await report.RefusedAsync(place, file.Name, stored.Error);
    }

    // It waits on the desk of the group's editors, in the name of its oldest owner.
    private async Task LeaveAsync(string place, SourceFile file, ImportedDocument document, ImportChoices choices, Group group, ImportReport report, CancellationToken cancellationToken)
    {
        var left = await FindOwnerAsync(group.Id, cancellationToken) is { } owner
            ? await review.HandleAsync(new ReceiveImport(group.Id, file.Name, file.Content.Value ?? []) { ChapterByChapter = choices.ChapterByChapter }, owner, cancellationToken)
            : Errors.NoEditor;
        if (left.Succeeded)
            await report.LeftAsync(place, file.Name, document);
        else
            await report.RefusedAsync(place, file.Name, left.Error);
    }

    private async Task<CurrentMember?> FindOwnerAsync(Guid groupId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from membership in db.Memberships()
            where membership.GroupId == groupId && membership.Role == Role.Owner && membership.Status == MembershipStatus.Active
            join account in db.Users on membership.AccountId equals account.Id
            orderby membership.JoinedAt, account.Id
            select new CurrentMember(account.Id, account.DisplayName)).FirstOrDefaultAsync(cancellationToken);
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
