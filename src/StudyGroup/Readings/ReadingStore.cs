using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings.Editions;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;

namespace StudyGroup.Readings;

/// <summary>Turns an imported document into stored readings, inside the caller's transaction.</summary>
public sealed class ReadingStore(TimeProvider time)
{
    /// <summary>Refuses a file that has been imported before.</summary>
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="document">What the importer made of the file.</param>
    /// <param name="visible">The readings that the importer may know of: a file that only others have is no duplicate, and its title none of the importer's business.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<Result> RefuseKnownAsync(StudyGroupDbContext db, ImportedDocument document, IQueryable<Reading> visible, CancellationToken cancellationToken)
    {
        var known = await (
            from edition in db.Editions()
            where edition.SourceHash == document.ContentHash
            join reading in visible on edition.ReadingId equals reading.Id
            orderby reading.Id
            select reading.Title).FirstOrDefaultAsync(cancellationToken);
        return known is null ? Result.Success : Errors.AlreadyImported(document.SourceName, known);
    }

    /// <summary>Adds a reading with its first edition for each of these texts of the document, and the issue they came from.</summary>
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="document">What the importer made of the file.</param>
    /// <param name="texts">Those of its texts that are new.</param>
    /// <param name="issueId">The issue that the others came from, where it is stored already.</param>
    /// <param name="importedById">Null on the console.</param>
    /// <returns>The readings in the order of the texts.</returns>
    public IReadOnlyList<Reading> Add(StudyGroupDbContext db, ImportedDocument document, IReadOnlyList<ReadingDraft> texts, Guid? issueId, Guid? importedById)
    {
        var now = time.GetUtcNow();
        if (texts.Count > 0 && issueId is null && document.Issue is { } draft)
        {
            var issue = IssueOf(draft, document.SourceName, now);
            db.Issues().Add(issue);
            issueId = issue.Id;
        }

        var readings = new List<Reading>();
        foreach (var text in texts)
        {
            var reading = ReadingOf(text, issueId, importedById, now);
            var head = new EditionHead(reading.CurrentEditionId, reading.Id, 1, document.SourceName, document.ContentHash, importedById, BasedOnId: null, now);
            db.Readings().Add(reading);
            db.Editions().Add(new DraftedText(text).ToEdition(head, before: null, keys: []));
            db.EditionImages().AddRange(ImagesOf(text, document, reading.CurrentEditionId));
            readings.Add(reading);
        }

        return readings;
    }

    /// <summary>The pictures that the figures of a text name.</summary>
    public static IEnumerable<EditionImage> ImagesOf(ReadingDraft text, ImportedDocument document, Guid editionId)
    {
        var named = text.Blocks.Where(block => block.Kind == BlockKind.Figure).Select(block => FigureImage.Read(block.Markdown)?.Hash).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return document.Images.Where(image => named.Contains(image.Hash)).Select(image => new EditionImage
        {
            EditionId = editionId,
            Hash = image.Hash,
            MediaType = image.MediaType,
            Width = image.Width,
            Height = image.Height,
            Content = image.Content.ToArray(),
        });
    }

    private static Issue IssueOf(IssueDraft draft, string sourceName, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new Issue
        {
            Id = id,
            Title = Cut(draft.Title, TextLimits.Title),
            Number = draft.Number,
            Date = draft.Date,
            Publisher = draft.Publisher,
            SourceName = Cut(sourceName, 260),
            Contents = [.. draft.Contents.Select((line, position) => new IssueContentsLine
            {
                IssueId = id,
                Position = position,
                Title = Cut(line.Title, TextLimits.Title),
                Page = line.Page,
            })],
        };
    }

    private static Reading ReadingOf(ReadingDraft text, Guid? issueId, Guid? importedById, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Title = Cut(text.Title, TextLimits.Title),
        Subtitle = text.Subtitle is null ? null : Cut(text.Subtitle, TextLimits.Title),
        Authors = text.Authors,
        Translator = text.Translator is null ? null : Cut(text.Translator, TextLimits.Title),
        Publication = text.Publication is null ? null : Cut(text.Publication, TextLimits.Title),
        Date = text.Date,
        Language = text.Language,
        Rights = text.Rights is null ? null : Cut(text.Rights, TextLimits.Title),
        SourceAddress = text.SourceAddress,
        IssueId = issueId,
        ImportedById = importedById,
        ImportedAt = now,
        CurrentEditionId = Guid.CreateVersion7(now),
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
