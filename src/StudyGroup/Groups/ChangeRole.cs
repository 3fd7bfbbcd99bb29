using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Groups;

/// <summary>An owner gives a member another role.</summary>
public sealed record ChangeRole(Guid GroupId, Guid AccountId, Role Role);

public sealed class ChangeRoleHandler(WriteTransactions writes, MembershipRules rules)
{
    public async Task<Result> HandleAsync(ChangeRole request, CurrentMember actor, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(request.Role))
            return Errors.RoleUnknown;

        return await writes.RunAsync((db, ct) => rules.ChangeAsync(db, request.GroupId, request.AccountId, actor, Permission.Own, Change, ct), cancellationToken);

        Result Change(Membership membership)
        {
            membership.Role = request.Role;
            return Result.Success;
        }
    }
}
