using StudyGroup.Discussion;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Moderation;

/// <summary>Writes acts on threads into the trace.</summary>
public sealed class ActTrail(TimeProvider time) : IActTrail
{
    public void Note(StudyGroupDbContext db, Guid groupId, CurrentMember actor, string action, Guid subjectId, string reason) =>
        db.AuditEntries().Add(CommentDecision.Entry(groupId, actor, action, subjectId, reason, time.GetUtcNow()));
}
