using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>A group as one of its members sees it.</summary>
public sealed record GroupView(Guid Id, string Slug, string Name, string Description, Role MyRole)
{
    public bool Allows(Permission permission) => GroupPolicy.Allows(permission, MyRole, MembershipStatus.Active);
}

/// <summary>A reading on the shelf, with my place in it.</summary>
public sealed record ShelfRow(
    Guid ReadingId, string Slug, string Title, IReadOnlyList<string> Authors, string? Date, int Paragraphs, int Words, DateOnly? DueOn, int Blocks, int? Furthest);

/// <summary>Somebody in the group.</summary>
public sealed record MemberRow(Guid AccountId, string Name, Role Role, MembershipStatus Status, DateTimeOffset JoinedAt);

/// <summary>The group page and the members page.</summary>
public sealed class GroupQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <returns>Null for who is no active member, whether the group exists or not.</returns>
    public async Task<GroupView?> FindAsync(string slug, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from grp in db.Groups()
            where grp.Slug == slug
            join membership in db.Memberships() on grp.Id equals membership.GroupId
            where membership.AccountId == member.AccountId && membership.Status == MembershipStatus.Active
            select new GroupView(grp.Id, grp.Slug, grp.Name, grp.Description, membership.Role)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The shelf in its order, at most 500 readings.</summary>
    public async Task<IReadOnlyList<ShelfRow>> ShelfAsync(GroupView view, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from item in db.ShelfItems()
            where item.GroupId == view.Id && db.ReadableGroups(member.AccountId).Contains(item.GroupId)
            join reading in db.Readings() on item.ReadingId equals reading.Id
            join edition in db.Editions() on reading.CurrentEditionId equals edition.Id
            orderby item.Position, item.ReadingId
            select new ShelfRow(
                reading.Id,
                item.Slug,
                reading.Title,
                reading.Authors,
                reading.Date,
                edition.ParagraphCount,
                edition.WordCount,
                item.DueOn,
                db.Blocks().Count(block => block.EditionId == edition.Id),
                db.ReadingPositions().Where(position => position.AccountId == member.AccountId && position.ReadingId == reading.Id).Select(position => (int?)position.Furthest).FirstOrDefault()))
            .Take(500).ToListAsync(cancellationToken);
    }

    /// <summary>Members by name, at most 500 after the one named last; suspended ones only for moderators, removed ones never.</summary>
    public async Task<IReadOnlyList<MemberRow>> MembersAsync(GroupView view, CurrentMember member, string? afterName, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var seesSuspended = (await db.AskAsync(view.Id, member, Permission.Moderate, cancellationToken)).Succeeded;
        return await (
            from membership in db.Memberships()
            where membership.GroupId == view.Id
                && db.ReadableGroups(member.AccountId).Contains(membership.GroupId)
                && (membership.Status == MembershipStatus.Active || (seesSuspended && membership.Status == MembershipStatus.Suspended))
            join account in db.Users on membership.AccountId equals account.Id
            where afterName == null || account.DisplayName.CompareTo(afterName) > 0
            orderby account.DisplayName, account.Id
            select new MemberRow(account.Id, account.DisplayName, membership.Role, membership.Status, membership.JoinedAt)).Take(500).ToListAsync(cancellationToken);
    }
}
