using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Editions;

/// <summary>An edition in the list. Who brought it in is named where that is a member of the reader's group.</summary>
public sealed record EditionRow(
    Guid Id, int Number, string SourceName, string? ImportedBy, DateTimeOffset ImportedAt, int? BasedOn, int Added, int Removed, int Changed, int Paragraphs, int Words);

/// <summary>A time when the marks went from one edition to another.</summary>
public sealed record CarryOverRow(Guid Id, int Number, int From, int To, string? StartedBy, DateTimeOffset At, bool IsUndo);

/// <summary>The editions of a reading, and the ways of its marks.</summary>
/// <param name="Text">The reading.</param>
/// <param name="Editions">Newest first.</param>
/// <param name="CarryOvers">Newest first; the first one can be taken back.</param>
/// <param name="MayChange">Whether the member may change the text, which is to take the newest carry-over back.</param>
public sealed record EditionsView(ShelvedText Text, IReadOnlyList<EditionRow> Editions, IReadOnlyList<CarryOverRow> CarryOvers, bool MayChange);

/// <summary>What a reading said when, for everybody who may read it.</summary>
public sealed class EditionsQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <returns>Null for who may not see it, whether it exists or not.</returns>
    public async Task<EditionsView?> FindAsync(string groupSlug, string readingSlug, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ShelvedText.FindAsync(db, groupSlug, readingSlug, member, cancellationToken) is not { } text)
            return null;

        var editions = await (
            from edition in db.Editions()
            where edition.ReadingId == text.ReadingId
            orderby edition.Number descending
            from importer in MembersOf(db, text.Group.Id).Where(account => account.Id == edition.ImportedById).DefaultIfEmpty()
            select new EditionRow(
                edition.Id,
                edition.Number,
                edition.SourceName,
                importer == null ? null : importer.DisplayName,
                edition.ImportedAt,
                db.Editions().Where(other => other.Id == edition.BasedOnId).Select(other => (int?)other.Number).FirstOrDefault(),
                edition.BlocksAdded,
                edition.BlocksRemoved,
                edition.BlocksChanged,
                edition.ParagraphCount,
                edition.WordCount)).ToListAsync(cancellationToken);
        var carryOvers = await (
            from carryOver in db.CarryOvers()
            where carryOver.ReadingId == text.ReadingId
            orderby carryOver.Number descending
            join before in db.Editions() on carryOver.FromEditionId equals before.Id
            join after in db.Editions() on carryOver.ToEditionId equals after.Id
            from starter in MembersOf(db, text.Group.Id).Where(account => account.Id == carryOver.StartedById).DefaultIfEmpty()
            select new CarryOverRow(
                carryOver.Id, carryOver.Number, before.Number, after.Number, starter == null ? null : starter.DisplayName, carryOver.At, carryOver.UndoesId != null))
            .ToListAsync(cancellationToken);
        return new EditionsView(text, editions, carryOvers, (await KnownReadings.MayChangeAsync(db, text.ReadingId, member, cancellationToken)).Succeeded);
    }

    internal static IQueryable<Account> MembersOf(StudyGroupDbContext db, Guid groupId) =>
        db.Users.Where(account => db.Memberships().Any(row => row.GroupId == groupId && row.AccountId == account.Id));
}
