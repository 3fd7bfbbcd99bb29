using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Moderation;

/// <summary>Shuts a member out of the group until reinstated, with a reason.</summary>
public sealed record SuspendMember(Guid GroupId, Guid AccountId, string Reason);

public sealed class SuspendMemberHandler(WriteTransactions writes, MembershipRules rules, TimeProvider time)
{
    /// <summary>When this has answered, nothing of the member's is written any more: the change takes the group's stream lock, and so does every post.</summary>
    public async Task<Result> HandleAsync(SuspendMember request, CurrentMember moderator, CancellationToken cancellationToken)
    {
        if (Errors.Check(request.Reason) is { } refusal)
            return refusal;

        return await writes.RunAsync(
            async (db, ct) =>
            {
                var changed = await rules.ChangeAsync(db, request.GroupId, request.AccountId, moderator, Permission.Moderate, Suspend, ct);
                if (changed.Succeeded)
                    db.AuditEntries().Add(CommentDecision.Entry(request.GroupId, moderator, "member.suspend", request.AccountId, request.Reason, time.GetUtcNow()));
                return changed;
            },
            cancellationToken);
    }

    private static Result Suspend(Membership membership)
    {
        if (membership.Status == MembershipStatus.Suspended)
            return Errors.AlreadySuspended;
        membership.Status = MembershipStatus.Suspended;
        return Result.Success;
    }
}
