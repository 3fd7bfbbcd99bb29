using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings.Import;

namespace StudyGroup.Readings.Editions;

/// <summary>What importing a text for a known reading comes to.</summary>
/// <param name="ReadingId">The reading.</param>
/// <param name="FromEditionId">The edition that was current when the plan was made.</param>
/// <param name="Known">The number of the edition that says the same already; then nothing is to be done.</param>
/// <param name="Edition">The edition to be added otherwise.</param>
public sealed record EditionPlan(Guid ReadingId, Guid FromEditionId, int? Known, NewEdition? Edition);

/// <summary>An edition that is not stored yet.</summary>
/// <param name="Edition">The edition with its blocks and footnotes.</param>
/// <param name="Images">The pictures that its figures name.</param>
/// <param name="Change">How the current text becomes this one.</param>
public sealed record NewEdition(Edition Edition, IReadOnlyList<EditionImage> Images, EditionChange Change);

/// <summary>Makes ready what a changed text of a reading needs, before any lock is taken.</summary>
public sealed class EditionPlans(TimeProvider time)
{
    /// <param name="db">Read only.</param>
    /// <param name="reading">The reading as it is.</param>
    /// <param name="draft">Its text as imported now.</param>
    /// <param name="document">The file it stands in.</param>
    /// <param name="importedById">Null on the console.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<EditionPlan> PlanAsync(
        StudyGroupDbContext db, Reading reading, ReadingDraft draft, ImportedDocument document, Guid? importedById, CancellationToken cancellationToken)
    {
        var text = new DraftedText(draft);
        var hash = text.ContentHash();
        var editions = await db.Editions().Where(edition => edition.ReadingId == reading.Id)
            .Select(edition => new { edition.Number, edition.ContentHash }).ToListAsync(cancellationToken);
        if (editions.Find(edition => edition.ContentHash == hash) is { } same)
            return new EditionPlan(reading.Id, reading.CurrentEditionId, same.Number, null);

        var now = time.GetUtcNow();
        var head = new EditionHead(
            Guid.CreateVersion7(now), reading.Id, editions.Max(edition => edition.Number) + 1, document.SourceName, document.ContentHash, importedById, reading.CurrentEditionId, now);
        var old = await db.BlocksOfAsync(reading.CurrentEditionId, cancellationToken);
        var alignment = BlockAlignment.Between([.. old.Select(BlockContent.Of)], text.Blocks);
        var edition = text.ToEdition(head, alignment, [.. old.Select(block => block.Key)]);
        return new EditionPlan(
            reading.Id, reading.CurrentEditionId, null, new NewEdition(edition, [.. ReadingStore.ImagesOf(draft, document, head.Id)], EditionChange.Of(old, edition.Blocks, alignment)));
    }
}
