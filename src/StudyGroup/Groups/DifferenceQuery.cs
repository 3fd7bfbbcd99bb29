using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Readings.Editions;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>Two editions of a reading side by side.</summary>
/// <param name="Text">The reading.</param>
/// <param name="From">Number of the older one, as the reader chose.</param>
/// <param name="To">Number of the other.</param>
/// <param name="Numbers">Every edition there is.</param>
/// <param name="Rows">Block by block.</param>
/// <param name="Notes">The notes that differ.</param>
public sealed record DifferenceView(
    ShelvedText Text, int From, int To, IReadOnlyList<int> Numbers, IReadOnlyList<DifferenceRow> Rows, IReadOnlyList<(string Label, IReadOnlyList<TextPiece> Pieces)> Notes);

/// <summary>What two editions say differently, for everybody who may read the text.</summary>
public sealed class DifferenceQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <param name="groupSlug">Address of the group.</param>
    /// <param name="readingSlug">Address of the reading in it.</param>
    /// <param name="from">Number of an edition, or null for the one that <paramref name="to"/> was made from.</param>
    /// <param name="to">Number of an edition, or null for the newest.</param>
    /// <param name="member">Who asks.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Null when there is no such reading for the member, or not these editions of it.</returns>
    public async Task<DifferenceView?> FindAsync(string groupSlug, string readingSlug, int? from, int? to, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ShelvedText.FindAsync(db, groupSlug, readingSlug, member, cancellationToken) is not { } text)
            return null;

        var editions = await db.Editions().Where(edition => edition.ReadingId == text.ReadingId).OrderBy(edition => edition.Number)
            .Select(edition => new { edition.Id, edition.Number, edition.BasedOnId }).ToListAsync(cancellationToken);
        var after = to is null ? editions[^1] : editions.Find(edition => edition.Number == to);
        var before = from is null ? editions.Find(edition => edition.Id == (after?.BasedOnId ?? editions[0].Id)) : editions.Find(edition => edition.Number == from);
        if (before is null || after is null)
            return null;

        var change = EditionChange.Between(await db.BlocksOfAsync(before.Id, cancellationToken), await db.BlocksOfAsync(after.Id, cancellationToken));
        var notes = await db.Footnotes().AsNoTracking().Where(note => note.EditionId == before.Id || note.EditionId == after.Id).OrderBy(note => note.Position).ToListAsync(cancellationToken);
        return new DifferenceView(
            text, before.Number, after.Number, [.. editions.Select(edition => edition.Number)], TextDifference.Of(change),
            TextDifference.OfNotes([.. notes.Where(note => note.EditionId == before.Id)], [.. notes.Where(note => note.EditionId == after.Id)]));
    }
}
