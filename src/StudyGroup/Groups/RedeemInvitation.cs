using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>Joins the group that the token opens.</summary>
public sealed record RedeemInvitation(string Token);

public sealed class RedeemInvitationHandler(WriteTransactions writes, EventLog events, TimeProvider time)
{
    /// <summary>One conditional UPDATE decides whether a use is left, so that many at once never get in on one. Who is a member already uses nothing up.</summary>
    /// <returns>The group's address.</returns>
    public async Task<Result<string>> HandleAsync(RedeemInvitation request, CurrentMember member, CancellationToken cancellationToken)
    {
        try
        {
            return await writes.RunAsync((db, ct) => RedeemAsync(db, request, member, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // The same person redeemed it twice at once: they are a member now, and the use that this try took was given back.
            return await writes.RunAsync((db, ct) => RedeemAsync(db, request, member, ct), cancellationToken);
        }
    }

    private async Task<Result<string>> RedeemAsync(StudyGroupDbContext db, RedeemInvitation request, CurrentMember member, CancellationToken cancellationToken)
    {
        var hash = CreateInvitationHandler.HashOf(request.Token);
        var invitation = await db.Invitations().AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, cancellationToken);
        if (invitation is null)
            return Errors.InvitationNotUsable;

        var slug = await db.Groups().Where(group => group.Id == invitation.GroupId).Select(group => group.Slug).SingleAsync(cancellationToken);
        if ((await db.AskAsync(invitation.GroupId, member, Permission.Read, cancellationToken)).Succeeded)
            return slug;

        // The event locks the group's stream: a suspension that was confirmed before is seen below.
        await events.AppendAsync(
            db, invitation.GroupId, new NewEvent(RightsEvents.MembershipChanged, member.AccountId) { SubjectId = member.AccountId }, cancellationToken);
        var membership = await db.Memberships().SingleOrDefaultAsync(row => row.GroupId == invitation.GroupId && row.AccountId == member.AccountId, cancellationToken);
        if (membership is { Status: MembershipStatus.Suspended })
            return Errors.InvitationNotUsable;
        // A second click that waited for the lock: the first one has let them in.
        if (membership is { Status: MembershipStatus.Active })
            return slug;

        var now = time.GetUtcNow();
        var used = await db.Invitations()
            .Where(row => row.Id == invitation.Id && row.UsesLeft > 0 && row.ExpiresAt > now && row.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsesLeft, row => row.UsesLeft - 1), cancellationToken);
        if (used == 0)
            return Errors.InvitationNotUsable;

        if (membership is null)
        {
            db.Memberships().Add(new Membership
            {
                GroupId = invitation.GroupId,
                AccountId = member.AccountId,
                Role = invitation.Role,
                Status = MembershipStatus.Active,
                JoinedAt = now,
            });
        }
        else
        {
            membership.Role = invitation.Role;
            membership.Status = MembershipStatus.Active;
        }

        return slug;
    }
}
