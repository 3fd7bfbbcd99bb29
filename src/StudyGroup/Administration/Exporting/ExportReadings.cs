using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Administration.Exporting;

/// <summary>How many documents an export wrote.</summary>
public sealed record ExportedReadings(int Readings, int Issues);

/// <summary>Writes the newest edition of every reading, and every issue, as JSON: one document each, in a folder that appears when it is whole.</summary>
public sealed class ExportReadings(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public async Task<Result<ExportedReadings>> WriteAsync(string folder, IProgress<int> progress, CancellationToken cancellationToken)
    {
        using var target = ExportFolder.Open(folder);
        if (target is null)
            return Errors.FolderNotEmpty;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var readings = await db.Readings().AsNoTracking().OrderBy(reading => reading.Id).ToListAsync(cancellationToken);
        foreach (var (index, reading) in readings.Index())
        {
            var edition = await db.Editions().AsNoTracking().AsSplitQuery()
                .Include(edition => edition.Blocks.OrderBy(block => block.Position))
                .Include(edition => edition.Footnotes.OrderBy(note => note.Position))
                .SingleAsync(edition => edition.Id == reading.CurrentEditionId, cancellationToken);
            await target.WriteAsync(Slug.From(reading.Title, "reading"), ReadingJson.Write(edition.SourceName, Draft(reading, edition)), cancellationToken);
            progress.Report(index + 1);
        }

        var issues = await db.Issues().AsNoTracking().Include(issue => issue.Contents.OrderBy(line => line.Position)).OrderBy(issue => issue.Id).ToListAsync(cancellationToken);
        foreach (var issue in issues)
            await target.WriteAsync("issue-" + Slug.From(issue.Title, "issue"), ReadingJson.Write(issue.SourceName, Draft(issue)), cancellationToken);

        target.Publish();
        return new ExportedReadings(readings.Count, issues.Count);
    }

    private static ReadingDraft Draft(Reading reading, Edition edition) => new()
    {
        Title = reading.Title,
        Subtitle = reading.Subtitle,
        Authors = reading.Authors,
        Translator = reading.Translator,
        Publication = reading.Publication,
        Date = reading.Date,
        Language = reading.Language,
        Rights = reading.Rights,
        SourceAddress = reading.SourceAddress,
        Blocks = [.. edition.Blocks.Select(block => new BlockDraft(block.Kind, block.Markdown, block.Label, block.Level))],
        Footnotes = [.. edition.Footnotes.Select(note => new FootnoteDraft(note.Label, note.Markdown))],
    };

    private static IssueDraft Draft(Issue issue) =>
        new(issue.Title, issue.Number, issue.Date, issue.Publisher, [.. issue.Contents.Select(line => new ContentsEntry(line.Title, line.Page))]);
}
