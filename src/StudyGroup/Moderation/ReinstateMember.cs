using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Moderation;

/// <summary>Lets a suspended member in again, in the role they had.</summary>
public sealed record ReinstateMember(Guid GroupId, Guid AccountId);

public sealed class ReinstateMemberHandler(WriteTransactions writes, MembershipRules rules, TimeProvider time)
{
    public Task<Result> HandleAsync(ReinstateMember request, CurrentMember moderator, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, ct) =>
        {
            var changed = await rules.ChangeAsync(db, request.GroupId, request.AccountId, moderator, Permission.Moderate, Reinstate, ct);
            if (changed.Succeeded)
                db.AuditEntries().Add(CommentDecision.Entry(request.GroupId, moderator, "member.reinstate", request.AccountId, "", time.GetUtcNow()));
            return changed;
        },
        cancellationToken);

    private static Result Reinstate(Membership membership)
    {
        if (membership.Status != MembershipStatus.Suspended)
            return Errors.NotSuspended;
        membership.Status = MembershipStatus.Active;
        return Result.Success;
    }
}
