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
    public Task<Result<string>> HandleAsync(RedeemInvitation request, CurrentMember member, CancellationToken cancellationToken) =>
        writes.RunAsync<string>(
            async (db, ct) =>
            {
                var now = time.GetUtcNow();
                var hash = CreateInvitationHandler.HashOf(request.Token);
                var invitation = await db.Invitations().AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, ct);
                if (invitation is null)
                    return Errors.InvitationNotUsable;

                var slug = await db.Groups().Where(group => group.Id == invitation.GroupId).Select(group => group.Slug).SingleAsync(ct);
                var membership = await db.Memberships().SingleOrDefaultAsync(row => row.GroupId == invitation.GroupId && row.AccountId == member.AccountId, ct);
                if (membership is { Status: MembershipStatus.Active })
                    return slug;
                if (membership is { Status: MembershipStatus.Suspended })
                    return Errors.InvitationNotUsable;

                var used = await db.Invitations()
                    .Where(row => row.Id == invitation.Id && row.UsesLeft > 0 && row.ExpiresAt > now && row.RevokedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsesLeft, row => row.UsesLeft - 1), ct);
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

                await events.AppendAsync(db, invitation.GroupId, new NewEvent(RightsEvents.MembershipChanged, member.AccountId) { SubjectId = member.AccountId }, ct);
                return slug;
            },
            cancellationToken);
}
