using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups.LiveSessions;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>Changes a membership under the rules that hold for every way of doing it: nobody acts on a role at or above their own unless they own the group, and one active owner always stays.</summary>
public sealed class MembershipRules(EventLog events, SessionDismissal sessions)
{
    /// <summary>Runs in the caller's transaction. Who was removed is no member that could be changed: an invitation is the only way back. The event is appended first: it locks the group's stream, so that two owners who demote each other at once take turns.</summary>
    public async Task<Result> ChangeAsync(
        StudyGroupDbContext db, Guid groupId, Guid accountId, CurrentMember actor, Permission permission, Func<Membership, Result> change, CancellationToken cancellationToken)
    {
        var asked = await db.AskAsync(groupId, actor, permission, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;

        await events.AppendAsync(db, groupId, new NewEvent(RightsEvents.MembershipChanged, actor.AccountId) { SubjectId = accountId }, cancellationToken);
        var membership = await db.Memberships().SingleOrDefaultAsync(row => row.GroupId == groupId && row.AccountId == accountId, cancellationToken);
        if (membership is null or { Status: MembershipStatus.Removed })
            return Error.NotFound;

        // Asked again under the lock: the actor may have been demoted while this request waited.
        asked = await db.AskAsync(groupId, actor, permission, cancellationToken);
        if (!asked.Succeeded)
            return asked.Error;
        if (accountId != actor.AccountId && asked.Value.Role != Role.Owner && membership.Role <= asked.Value.Role)
            return Errors.NotBelowYou;

        var changed = change(membership);
        if (!changed.Succeeded)
            return changed;
        if (!GroupPolicy.Allows(Permission.Discuss, membership.Role, membership.Status))
            await sessions.DismissAsync(db, groupId, accountId, actor.AccountId, cancellationToken);

        var ownerStays = membership is { Role: Role.Owner, Status: MembershipStatus.Active } || await db.Memberships().AnyAsync(
            row => row.GroupId == groupId && row.AccountId != accountId && row.Role == Role.Owner && row.Status == MembershipStatus.Active, cancellationToken);
        return ownerStays ? Result.Success : Errors.LastOwner;
    }
}
