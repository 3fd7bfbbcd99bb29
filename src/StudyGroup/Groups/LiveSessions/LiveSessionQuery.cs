using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>A live session that runs now, as the page of its group tells of it.</summary>
public sealed record RunningSession(Guid ReadingId, string ReadingSlug, string Title, string? FacilitatorName, int? Paragraph);

/// <summary>The live sessions that run now.</summary>
public sealed class LiveSessionQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <returns>Null where none runs, and for who may not see it.</returns>
    public async Task<LiveSessionView?> FindAsync(Guid groupId, Guid readingId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await LiveSessionView.ReadAsync(
            db,
            db.LiveSessions().Where(session => session.GroupId == groupId && session.ReadingId == readingId && session.EndedAt == null
                && db.ReadableGroups(member.AccountId).Contains(session.GroupId)),
            cancellationToken);
    }

    /// <summary>Those of a group, by title.</summary>
    public async Task<IReadOnlyList<RunningSession>> RunningAsync(Guid groupId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from session in db.LiveSessions()
            where session.GroupId == groupId && session.EndedAt == null && db.ReadableGroups(member.AccountId).Contains(session.GroupId)
            join item in db.ShelfItems() on new { session.GroupId, session.ReadingId } equals new { item.GroupId, item.ReadingId }
            join reading in db.Readings() on session.ReadingId equals reading.Id
            orderby reading.Title, reading.Id
            select new RunningSession(
                reading.Id,
                item.Slug,
                reading.Title,
                db.Users.Where(account => account.Id == session.FacilitatorId).Select(account => account.DisplayName).FirstOrDefault(),
                db.Blocks().Where(block => block.EditionId == reading.CurrentEditionId && block.Key == session.BlockKey).Select(block => block.Number).FirstOrDefault()))
            .Take(20).ToListAsync(cancellationToken);
    }
}
