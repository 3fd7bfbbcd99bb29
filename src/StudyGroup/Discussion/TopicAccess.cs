using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>Who may watch what. It stands in this area because a thread's topic is one of the answers; membership itself is the groups' word.</summary>
public sealed class TopicAccess(IDbContextFactory<StudyGroupDbContext> contexts, MembershipCache members) : ITopicAccess
{
    public async ValueTask<Guid?> StreamOfAsync(CurrentMember member, Topic topic, CancellationToken cancellationToken)
    {
        if (topic.Kind == TopicKind.Account)
            return topic.Id == member.AccountId ? topic.Id : null;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Guid? group = topic.Kind switch
        {
            TopicKind.Group => topic.Id,
            TopicKind.Reading => await db.ShelfItems()
                .Where(item => item.GroupId == topic.Id && item.ReadingId == topic.ReadingId)
                .Select(item => (Guid?)item.GroupId).SingleOrDefaultAsync(cancellationToken),
            TopicKind.Thread => await db.ThreadsFor(member.AccountId)
                .Where(thread => thread.Id == topic.Id)
                .Select(thread => (Guid?)thread.GroupId).SingleOrDefaultAsync(cancellationToken),
            _ => null,
        };
        if (group is not { } groupId)
            return null;

        return await db.ReadableGroups(member.AccountId).AnyAsync(id => id == groupId, cancellationToken) ? groupId : null;
    }

    public ValueTask<bool> MaySeeAsync(Guid accountId, Guid streamId, CancellationToken cancellationToken) =>
        accountId == streamId ? ValueTask.FromResult(true) : members.IsMemberAsync(streamId, accountId, cancellationToken);

    public void Forget(Guid streamId) => members.Forget(streamId);
}
