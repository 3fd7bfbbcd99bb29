using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Links;

/// <summary>What the marks at the ends of links lead to.</summary>
public sealed class LinkQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <summary>The links of all these marks together, without those that are not (or no longer) for the member.</summary>
    public async Task<IReadOnlyList<LinkView>> OfMarksAsync(Guid groupId, IReadOnlyCollection<Guid> markIds, CurrentMember member, CancellationToken cancellationToken)
    {
        if (markIds.Count == 0)
            return [];

        var me = member.AccountId;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from link in db.PassageLinks()
            where link.GroupId == groupId && link.RemovedAt == null && (!link.IsPrivate || link.AuthorId == me) && db.ReadableGroups(me).Contains(link.GroupId)
                && (markIds.Contains(link.FromId) || markIds.Contains(link.ToId))
            join author in db.Users on link.AuthorId equals author.Id
            from start in db.ShownLinkEnds().Where(end => end.MarkId == link.FromId).DefaultIfEmpty()
            from end in db.ShownLinkEnds().Where(end => end.MarkId == link.ToId).DefaultIfEmpty()
            let waits = link.Note != null && link.AuthorId != me && db.ClosedLinkEnds(me).Any(closed => closed.MarkId == link.FromId || closed.MarkId == link.ToId)
            orderby link.Id
            select new
            {
                link.Id,
                link.FromId,
                link.ToId,
                link.Kind,
                link.IsPrivate,
                link.AuthorId,
                author.DisplayName,
                Note = waits ? null : link.Note,
                Waits = waits,
                Start = start.MarkId == null ? null : new LinkedPassage(link.FromId, start.ReadingId, start.Slug, start.Title, start.Block, start.Number, start.Quote, start.State),
                End = end.MarkId == null ? null : new LinkedPassage(link.ToId, end.ReadingId, end.Slug, end.Title, end.Block, end.Number, end.Quote, end.State),
            })
            .AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row => markIds.Contains(row.FromId)).Select(row => new LinkView(
                row.Id, row.FromId, row.Kind, IsFrom: true, row.IsPrivate, row.AuthorId, row.DisplayName, row.Note, row.Waits, row.End)),
            .. rows.Where(row => markIds.Contains(row.ToId)).Select(row => new LinkView(
                row.Id, row.ToId, row.Kind, IsFrom: false, row.IsPrivate, row.AuthorId, row.DisplayName, row.Note, row.Waits, row.Start)),
        ];
    }
}
