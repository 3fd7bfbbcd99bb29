using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Notebooks;

/// <summary>What a group, or one of its members, left on its readings. Everybody finds in it what they may see, and of private notes their own.</summary>
public sealed class NotebookQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public const int PageSize = 50;

    /// <summary>At most <see cref="PageSize"/> entries; none for who may not read in the group. What was deleted or hidden is left out.</summary>
    public async Task<IReadOnlyList<NotebookEntry>> ListAsync(NotebookRequest request, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<NotebookRow>[] sources = [NotebookRows.OnPassages(db, request, member.AccountId), NotebookRows.OnNone(db, request, member.AccountId)];
        var last = await LastAsync(sources, request.AfterId, cancellationToken);
        var found = new List<NotebookRow>();
        foreach (var source in sources)
        {
            var rows = source.Where(row => !row.IsGone);
            if (last is not null)
                rows = rows.Behind(last, request.Order);
            found.AddRange(await rows.InOrder(request.Order).Take(PageSize).ToListAsync(cancellationToken));
        }

        NotebookRow[] page = [.. found.AsQueryable().InOrder(request.Order).Take(PageSize)];
        return await EntriesAsync(db, request.GroupId, page, cancellationToken);
    }

    private static async Task<NotebookRow?> LastAsync(IEnumerable<IQueryable<NotebookRow>> sources, Guid? id, CancellationToken cancellationToken)
    {
        foreach (var source in id is null ? [] : sources)
        {
            if (await source.Where(row => row.Id == id).FirstOrDefaultAsync(cancellationToken) is { } last)
                return last;
        }

        return null;
    }

    // Names and numbers are read for the page alone, so that they do not stand in the way of the order.
    private static async Task<IReadOnlyList<NotebookEntry>> EntriesAsync(StudyGroupDbContext db, Guid groupId, NotebookRow[] page, CancellationToken cancellationToken)
    {
        var (authors, readings) = (page.Select(row => row.AuthorId).Distinct().ToArray(), page.Select(row => row.ReadingId).OfType<Guid>().Distinct().ToArray());
        var (editions, keys) = (page.Select(row => row.EditionId).OfType<Guid>().Distinct().ToArray(), page.Select(row => row.Block).OfType<string>().Distinct().ToArray());
        var names = await db.Users.Where(account => authors.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellationToken);
        var texts = await (
            from reading in db.Readings()
            where readings.Contains(reading.Id)
            join item in db.ShelfItems() on reading.Id equals item.ReadingId
            where item.GroupId == groupId
            select new { reading.Id, item.Slug, reading.Title }).ToDictionaryAsync(reading => reading.Id, cancellationToken);
        var numbers = await db.Blocks().Where(block => editions.Contains(block.EditionId) && keys.Contains(block.Key))
            .Select(block => new { block.EditionId, block.Key, block.Number })
            .ToDictionaryAsync(block => (block.EditionId, block.Key), block => block.Number, cancellationToken);
        return
        [
            .. page.Select(row =>
            {
                var text = row.ReadingId is { } reading ? texts.GetValueOrDefault(reading) : null;
                var number = row is { EditionId: { } edition, Block: { } block } ? numbers.GetValueOrDefault((edition, block)) : null;
                return new NotebookEntry(
                    row.Id, row.ThreadId, row.AuthorId, names[row.AuthorId], row.Kind, row.IsPrivate, row.IsReply,
                    text?.Slug, text?.Title, row.ThreadTitle, row.Quote, row.Block, number, row.At, row.Html);
            }),
        ];
    }
}
