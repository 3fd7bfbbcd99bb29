using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>A reading on the shelf of a group as a member opens it, with the edition that is current.</summary>
public sealed record ShelvedText(GroupView Group, Guid ReadingId, string Slug, string Title, string Language, Guid EditionId)
{
    /// <summary>The address of its page.</summary>
    public string Address => $"/groups/{Group.Slug}/readings/{Slug}";

    /// <returns>Null for who may not see it, whether it exists or not.</returns>
    internal static Task<ShelvedText?> FindAsync(StudyGroupDbContext db, string groupSlug, string readingSlug, CurrentMember member, CancellationToken cancellationToken) => (
        from grp in db.Groups()
        where grp.Slug == groupSlug
        join membership in db.Memberships() on grp.Id equals membership.GroupId
        where membership.AccountId == member.AccountId && membership.Status == MembershipStatus.Active
        join item in db.ShelfItems() on grp.Id equals item.GroupId
        where item.Slug == readingSlug
        join reading in db.Readings() on item.ReadingId equals reading.Id
        select new ShelvedText(
            new GroupView(grp.Id, grp.Slug, grp.Name, grp.Description, membership.Role), reading.Id, item.Slug, reading.Title, reading.Language, reading.CurrentEditionId))
        .SingleOrDefaultAsync(cancellationToken);
}
