using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Discussion.Sections;

/// <summary>To whom a thread is closed, and how much waits in its section: read once for all who get an event of it.</summary>
internal sealed record ClosedNews(IReadOnlySet<Guid> AccountIds, WaitingSection Waiting)
{
    public bool IsFor(Guid accountId) => AccountIds.Contains(accountId);

    /// <returns>Null where it is open to everybody, as it is wherever no group has set it otherwise.</returns>
    public static async Task<ClosedNews?> ReadAsync(StudyGroupDbContext db, Guid threadId, Guid readingId)
    {
        var closed = await db.ClosedThreads().Where(row => row.ThreadId == threadId).Select(row => new { row.AccountId, row.GroupId, row.Section }).ToListAsync();
        if (closed.Count == 0)
            return null;

        var (group, section) = (closed[0].GroupId, closed[0].Section);
        var comments = await db.ThreadSections().Where(row => row.GroupId == group && row.ReadingId == readingId && row.Section == section).SumAsync(row => row.Comments);
        var waiting = await SectionQuery.PlaceAsync(db, readingId, new Dictionary<string, int> { [section] = comments }, CancellationToken.None);
        return new ClosedNews(closed.Select(row => row.AccountId).ToHashSet(), waiting.Count > 0 ? waiting[0] : new WaitingSection(section, null, 0, comments));
    }
}
