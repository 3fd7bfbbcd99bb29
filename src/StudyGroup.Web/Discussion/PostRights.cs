using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Shared;

namespace StudyGroup.Web.Discussion;

/// <summary>What a post offers its reader. Only what is shown depends on it: the handlers ask the policy again.</summary>
/// <param name="MayWrite">Reply, and change what one wrote oneself.</param>
/// <param name="MayReport">Ask the moderators to look at somebody else's post.</param>
/// <param name="MayModerate">Hide and restore.</param>
/// <param name="MayReact">Say Helpful or Unsure.</param>
/// <param name="MaySettle">Accept an answer, resolve and reopen.</param>
public sealed record PostRights(bool MayWrite, bool MayReport, bool MayModerate, bool MayReact, bool MaySettle)
{
    public static readonly PostRights None = new(false, false, false, false, false);

    /// <param name="mayDiscuss">Somebody who may write in the group.</param>
    /// <param name="mayModerate">Somebody who moderates it.</param>
    /// <param name="isStarter">Somebody who began the thread.</param>
    public static PostRights Of(bool mayDiscuss, bool mayModerate, bool isStarter, bool isPrivate, bool isLocked) => new(
        !isLocked && (isPrivate || mayDiscuss),
        !isPrivate && mayDiscuss,
        !isPrivate && mayModerate,
        !isPrivate && mayDiscuss && !isLocked,
        isPrivate || mayModerate || (isStarter && mayDiscuss && !isLocked));

    public static PostRights In(ThreadView thread, CurrentMember member) => Of(
        thread.Group.Allows(Permission.Discuss), thread.Group.Allows(Permission.Moderate), thread.StartedById == member.AccountId, thread.IsPrivate, thread.IsLocked);
}
