using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Realtime;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>Takes a member who may not speak in the group any more out of its live sessions, inside the caller's transaction.</summary>
public sealed class SessionDismissal(EventLog events)
{
    internal async Task DismissAsync(StudyGroupDbContext db, Guid groupId, Guid accountId, Guid actorId, CancellationToken cancellationToken)
    {
        foreach (var session in await db.LiveSessions().Include(row => row.Hands).Where(row => row.GroupId == groupId && row.EndedAt == null).ToListAsync(cancellationToken))
        {
            if (session.Dismiss(accountId))
                await events.AppendAsync(db, groupId, new NewEvent(LiveSessionEvents.HandsChanged, actorId) { ReadingId = session.ReadingId, SubjectId = session.Id }, cancellationToken);
        }
    }
}
