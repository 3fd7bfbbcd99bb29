using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings.Import;
using StudyGroup.Readings.Rendering;
using StudyGroup.Shared;

namespace StudyGroup.Readings;

/// <summary>Turns an imported document into stored readings, inside the caller's transaction.</summary>
public sealed class ReadingStore(TimeProvider time)
{
    /// <summary>Adds a reading with its first edition for each one of the document, and the issue they came from.</summary>
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="document">What the importer made of the file.</param>
    /// <param name="visible">The readings that the importer may know of: a file that only others have is no duplicate, and its title none of the importer's business.</param>
    /// <param name="importedById">Null on the console.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>The readings in the order of the document; a refusal when this very file has been imported before.</returns>
    public async Task<Result<IReadOnlyList<Reading>>> AddAsync(
        StudyGroupDbContext db, ImportedDocument document, IQueryable<Reading> visible, Guid? importedById, CancellationToken cancellationToken)
    {
        var known = await (
            from edition in db.Editions()
            where edition.SourceHash == document.ContentHash
            join reading in visible on edition.ReadingId equals reading.Id
            orderby reading.Id
            select reading.Title).FirstOrDefaultAsync(cancellationToken);
        if (known is not null)
            return Errors.AlreadyImported(document.SourceName, known);

        var now = time.GetUtcNow();
        var issue = document.Issue is { } draft ? IssueOf(draft, document.SourceName, now) : null;
        if (issue is not null)
            db.Issues().Add(issue);

        var readings = new List<Reading>();
        foreach (var text in document.Readings)
        {
            var reading = ReadingOf(text, issue?.Id, importedById, now);
            db.Readings().Add(reading);
            db.Editions().Add(EditionOf(text, document, reading, now));
            db.EditionImages().AddRange(ImagesOf(text, document, reading.CurrentEditionId));
            readings.Add(reading);
        }

        return new Result<IReadOnlyList<Reading>>(readings);
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

    private static Edition EditionOf(ReadingDraft text, ImportedDocument document, Reading reading, DateTimeOffset now)
    {
        var blocks = BlocksOf(text, reading.CurrentEditionId);
        return new Edition
        {
            Id = reading.CurrentEditionId,
            ReadingId = reading.Id,
            Number = 1,
            SourceName = Cut(document.SourceName, 260),
            SourceHash = document.ContentHash,
            WordCount = blocks.Sum(block => WordsIn(block.Text)),
            ParagraphCount = blocks.Count(block => block.Number is not null),
            ImportedAt = now,
            Blocks = blocks,
            Footnotes = [.. text.Footnotes.Select((note, position) => new Footnote
            {
                EditionId = reading.CurrentEditionId,
                Position = position,
                Label = Cut(note.Label, 40),
                Markdown = note.Markdown,
            })],
        };
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

    /// <summary>The blocks as they would be stored: with keys and ¶ numbers.</summary>
    internal static List<Block> BlocksOf(ReadingDraft text, Guid editionId)
    {
        var blocks = new List<Block>();
        var number = 0;
        foreach (var draft in text.Blocks)
        {
            var isNumbered = draft.Kind is not (BlockKind.Heading or BlockKind.Rule);
            blocks.Add(new Block
            {
                EditionId = editionId,
                Position = blocks.Count,
                Key = $"b{blocks.Count + 1}",
                Kind = draft.Kind,
                Level = draft.Level,
                Label = draft.Label is null ? null : Cut(draft.Label, 40),
                Number = isNumbered ? ++number : null,
                Markdown = draft.Markdown,
                Text = BlockText.PlainOf(draft.Kind, draft.Markdown),
            });
        }

        return blocks;
    }

    private static int WordsIn(string text)
    {
        var words = 0;
        foreach (var word in text.AsSpan().SplitAny(' ', '\n', '\t', '\u00a0'))
        {
            if (!text.AsSpan()[word].IsEmpty)
                words++;
        }

        return words;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
