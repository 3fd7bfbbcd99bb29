using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>A reading I may see, and one group that reads it (none for what I imported and nobody shelved).</summary>
public sealed record LibraryRow(
    Guid ReadingId, string Title, IReadOnlyList<string> Authors, string? Date, int Paragraphs, int Words, int Blocks, int? Furthest, string? GroupSlug, string? GroupName, string? ReadingSlug);

/// <summary>A page of the library, and where the next one begins.</summary>
public sealed record LibraryPage(IReadOnlyList<LibraryRow> Rows, int Total, LibraryRow? Last);

/// <summary>Every reading that the member may see, by title, paged by key.</summary>
public sealed class LibraryQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public const int PageSize = 50;

    public async Task<LibraryPage> ListAsync(CurrentMember member, (string Title, Guid Id)? after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var visible = db.ReadingsFor(member);
        var total = await visible.CountAsync(cancellationToken);
        if (after is { } mark)
            visible = visible.Where(reading => reading.Title.CompareTo(mark.Title) > 0 || (reading.Title == mark.Title && reading.Id.CompareTo(mark.Id) > 0));

        var groups = db.ReadableGroups(member.AccountId);
        var rows = await (
            from reading in visible
            join edition in db.Editions() on reading.CurrentEditionId equals edition.Id
            let shelf = (
                from item in db.ShelfItems()
                where item.ReadingId == reading.Id && groups.Contains(item.GroupId)
                join grp in db.Groups() on item.GroupId equals grp.Id
                orderby grp.Name
                select new { grp.Slug, grp.Name, ReadingSlug = item.Slug }).FirstOrDefault()
            orderby reading.Title, reading.Id
            select new LibraryRow(
                reading.Id,
                reading.Title,
                reading.Authors,
                reading.Date,
                edition.ParagraphCount,
                edition.WordCount,
                db.Blocks().Count(block => block.EditionId == edition.Id),
                db.ReadingPositions().Where(position => position.AccountId == member.AccountId && position.ReadingId == reading.Id).Select(position => (int?)position.Furthest).FirstOrDefault(),
                shelf == null ? null : shelf.Slug,
                shelf == null ? null : shelf.Name,
                shelf == null ? null : shelf.ReadingSlug)).Take(PageSize + 1).ToListAsync(cancellationToken);
        return rows.Count > PageSize ? new LibraryPage(rows[..PageSize], total, rows[PageSize - 1]) : new LibraryPage(rows, total, null);
    }
}
