using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>Takes somebody out of a group, or oneself. What they wrote stays.</summary>
public sealed record RemoveMember(Guid GroupId, Guid AccountId);

public sealed class RemoveMemberHandler(WriteTransactions writes, MembershipRules rules)
{
    /// <summary>Removing others is the owner's; leaving is everybody's.</summary>
    public Task<Result> HandleAsync(RemoveMember request, CurrentMember actor, CancellationToken cancellationToken) => writes.RunAsync(
        (db, ct) => rules.ChangeAsync(
            db,
            request.GroupId,
            request.AccountId,
            actor,
            request.AccountId == actor.AccountId ? Permission.Read : Permission.Own,
            Remove,
            ct),
        cancellationToken);

    private static Result Remove(Membership membership)
    {
        membership.Status = MembershipStatus.Removed;
        return Result.Success;
    }
}
