using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>A member's own notes.</summary>
public sealed class NotesQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <summary>How many of the member's marks on a reading are for their eyes alone and could be published. A link stays what it was made as.</summary>
    public async Task<int> CountAsync(Guid groupId, Guid readingId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AnnotationsFor(member.AccountId).CountAsync(
            mark => mark.IsPrivate && mark.Kind != AnnotationKind.Link && mark.GroupId == groupId && mark.ReadingId == readingId && db.ReadableGroups(member.AccountId).Contains(mark.GroupId), cancellationToken);
    }
}
