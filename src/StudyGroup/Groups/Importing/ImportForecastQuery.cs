using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups.Importing;

/// <summary>What publishing would make of a text.</summary>
/// <param name="Title">As the reading would be called.</param>
/// <param name="As">A reading of its own, an edition of a known one, or nothing.</param>
/// <param name="ReadingId">The known reading.</param>
/// <param name="Slug">Its address in the group.</param>
/// <param name="Edition">Number of the edition that would say it.</param>
/// <param name="Added">Blocks that the current text does not have.</param>
/// <param name="Removed">Blocks of the current text that would be gone.</param>
/// <param name="Changed">Blocks with other words or at another place.</param>
public sealed record ForecastLine(string Title, ImportedAs As, Guid? ReadingId, string? Slug, int Edition, int Added, int Removed, int Changed);

/// <summary>A reading of the group whose text this could be.</summary>
public sealed record ForecastChoice(Guid ReadingId, string Title);

/// <summary>What publishing a draft comes to as it is now.</summary>
/// <param name="Lines">For each text that would be published.</param>
/// <param name="Refusal">Why it cannot be published in this way.</param>
/// <param name="Choices">The readings that an editor may name, by title.</param>
public sealed record ImportForecast(IReadOnlyList<ForecastLine> Lines, Error? Refusal, IReadOnlyList<ForecastChoice> Choices);

/// <summary>Looks ahead for the editor: a changed text of a known reading is a new edition of it, unless the editor says otherwise.</summary>
public sealed class ImportForecastQuery(IDbContextFactory<StudyGroupDbContext> contexts, ImportReadingsHandler readings)
{
    /// <summary>At most so many readings to choose from.</summary>
    private const int MostChoices = 500;

    /// <param name="review">The draft, as its editor sees it.</param>
    /// <param name="readingId">The reading that the editor has chosen.</param>
    /// <param name="isNew">The editor says that it is a reading of its own.</param>
    /// <param name="editor">Who may publish it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ImportForecast> FindAsync(ImportReview review, Guid? readingId, bool isNew, CurrentMember editor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var groupId = await db.ImportDrafts().Where(draft => draft.Id == review.Row.Id).Select(draft => draft.GroupId).SingleOrDefaultAsync(cancellationToken);
        if (await db.AskAsync(groupId, editor, Permission.Moderate, cancellationToken) is { Succeeded: false, Error: var refusal })
            return new ImportForecast([], refusal, []);

        var choices = await (
            from item in db.ShelfItems()
            where item.GroupId == groupId
            join reading in db.Readings() on item.ReadingId equals reading.Id
            orderby reading.Title, reading.Id
            select new ForecastChoice(reading.Id, reading.Title)).Take(MostChoices).ToListAsync(cancellationToken);
        if (review.Edited.Published.Readings.Count == 0)
            return new ImportForecast([], null, choices);

        var plan = await readings.PlanAsync(new ImportReadings(review.Edited.Published, groupId) { ReadingId = readingId, IsNew = isNew }, editor, cancellationToken);
        return plan.Succeeded ? new ImportForecast([.. plan.Value.Texts.Select(Of)], null, choices) : new ImportForecast([], plan.Error, choices);
    }

    private static ForecastLine Of(PlannedText text) => text.Known is not { } known
        ? new ForecastLine(text.Draft.Title, ImportedAs.NewReading, null, null, 1, 0, 0, 0)
        : known.Plan.Edition?.Edition is { } edition
            ? new ForecastLine(known.Reading.Title, ImportedAs.NewEdition, known.Reading.Id, known.Slug, edition.Number, edition.BlocksAdded, edition.BlocksRemoved, edition.BlocksChanged)
            : new ForecastLine(known.Reading.Title, ImportedAs.Known, known.Reading.Id, known.Slug, known.Plan.Known ?? 1, 0, 0, 0);
}
