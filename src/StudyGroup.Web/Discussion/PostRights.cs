using StudyGroup.Discussion;
using StudyGroup.Groups;

namespace StudyGroup.Web.Discussion;

/// <summary>What a post offers its reader. Only what is shown depends on it: the handlers ask the policy again.</summary>
/// <param name="MayWrite">Reply, and change what one wrote oneself.</param>
/// <param name="MayReport">Ask the moderators to look at somebody else's post.</param>
/// <param name="MayModerate">Hide and restore.</param>
public sealed record PostRights(bool MayWrite, bool MayReport, bool MayModerate)
{
    public static PostRights In(GroupView group, bool isPrivate, bool isLocked) => new(
        !isLocked && (isPrivate || group.Allows(Permission.Discuss)),
        !isPrivate && group.Allows(Permission.Discuss),
        !isPrivate && group.Allows(Permission.Moderate));

    public static PostRights In(ThreadView thread) => In(thread.Group, thread.IsPrivate, thread.IsLocked);
}
