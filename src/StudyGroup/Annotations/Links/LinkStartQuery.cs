using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Links;

/// <summary>A passage as it is offered for an end of a link.</summary>
/// <param name="ReadingId">The reading that it stands in.</param>
/// <param name="Title">Of the reading.</param>
/// <param name="Number">¶ number of its first block; null where that has none.</param>
/// <param name="Quote">Its words.</param>
public sealed record LinkPlace(Guid ReadingId, string Title, int? Number, string Quote, Passage Passage)
{
    /// <summary>Address of the reading within the group.</summary>
    public string Slug { get; init; } = "";

    public LinkEnd ToEnd() => new(ReadingId, Passage);
}

/// <summary>Where a member's link begins that is not made yet.</summary>
public sealed class LinkStartQuery(IDbContextFactory<StudyGroupDbContext> contexts, TimeProvider time)
{
    /// <returns>Null where nothing was begun lately, and for who may not read the group or the text any more.</returns>
    public async Task<LinkPlace?> FindAsync(Guid groupId, CurrentMember member, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - LinkStart.Kept;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from start in db.LinkStarts()
            where start.AccountId == member.AccountId && start.GroupId == groupId && start.At > since && db.ReadableGroups(member.AccountId).Contains(start.GroupId)
            join item in db.ShelfItems() on new { start.GroupId, start.ReadingId } equals new { item.GroupId, item.ReadingId }
            join reading in db.Readings() on start.ReadingId equals reading.Id
            from block in db.Blocks().Where(block => block.EditionId == start.EditionId && block.Key == start.StartBlock).DefaultIfEmpty()
            select new LinkPlace(
                reading.Id,
                reading.Title,
                block == null ? null : block.Number,
                start.Quote,
                new Passage(start.EditionId, new TextPoint(start.StartBlock, start.StartOffset), new TextPoint(start.EndBlock, start.EndOffset)))
            {
                Slug = item.Slug,
            })
            .TagWith(KeptConnection.Tag).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }
}
