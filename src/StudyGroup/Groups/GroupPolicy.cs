using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>What somebody wants to do in a group.</summary>
public enum Permission
{
    /// <summary>Read, and keep private marks, drafts and bookmarks.</summary>
    Read,

    /// <summary>Comment, ask, highlight for the group, react, report.</summary>
    Discuss,

    /// <summary>Import, shelve, invite, hide, restore, lock, pin, suspend.</summary>
    Moderate,

    /// <summary>Roles, settings, archive, transfer.</summary>
    Own,
}

/// <summary>Who may do what: (permission, role, status) to yes or no, and nothing else. The group is always that of the stored object, never that of the request.</summary>
public static class GroupPolicy
{
    /// <summary>DESIGN section 8, the table.</summary>
    public static bool Allows(Permission permission, Role role, MembershipStatus status) => status == MembershipStatus.Active && permission switch
    {
        Permission.Read => true,
        Permission.Discuss => role is Role.Owner or Role.Moderator or Role.Participant,
        Permission.Moderate => role is Role.Owner or Role.Moderator,
        Permission.Own => role is Role.Owner,
        _ => false,
    };

    /// <summary>The membership that allows it, read in the caller's transaction, or null. Who may not even read gets the answer of a thing that does not exist.</summary>
    public static async Task<Result<Membership>> AskAsync(
        this StudyGroupDbContext db, Guid groupId, CurrentMember member, Permission permission, CancellationToken cancellationToken)
    {
        var membership = await db.Memberships().AsNoTracking()
            .SingleOrDefaultAsync(row => row.GroupId == groupId && row.AccountId == member.AccountId, cancellationToken);
        if (membership is null || !Allows(Permission.Read, membership.Role, membership.Status))
            return Error.NotFound;
        return Allows(permission, membership.Role, membership.Status) ? membership : Errors.NotYourRole;
    }

    /// <summary>The groups where <paramref name="accountId"/> may read: the filter that every list, count and search uses.</summary>
    public static IQueryable<Guid> ReadableGroups(this StudyGroupDbContext db, Guid accountId) =>
        db.Memberships().Where(row => row.AccountId == accountId && row.Status == MembershipStatus.Active).Select(row => row.GroupId);
}
