using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>The text that a session reads.</summary>
internal static class SessionText
{
    /// <summary>The current edition of a reading on the group's shelf.</summary>
    public static Task<Guid?> EditionOnShelfAsync(this StudyGroupDbContext db, Guid groupId, Guid readingId, CancellationToken cancellationToken) => (
        from item in db.ShelfItems()
        where item.GroupId == groupId && item.ReadingId == readingId
        join reading in db.Readings() on item.ReadingId equals reading.Id
        select (Guid?)reading.CurrentEditionId).SingleOrDefaultAsync(cancellationToken);
}
