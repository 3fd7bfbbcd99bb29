using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Where a decision about somebody else's thread is written down. Moderation keeps the trace; the interface stands here because a thread must not know moderators.</summary>
public interface IActTrail
{
    /// <summary>Adds the act to what <paramref name="db"/> is about to store.</summary>
    void Note(StudyGroupDbContext db, Guid groupId, CurrentMember actor, string action, Guid subjectId, string reason);
}
