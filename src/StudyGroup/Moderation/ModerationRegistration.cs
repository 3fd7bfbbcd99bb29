using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Discussion;

namespace StudyGroup.Moderation;

/// <summary>Reports, and what moderators decide.</summary>
public static class ModerationRegistration
{
    public static IServiceCollection AddModeration(this IServiceCollection services) => services
        .AddSingleton<CommentDecision>()
        .AddSingleton<IActTrail, ActTrail>()
        .AddSingleton<ReportCommentHandler>()
        .AddSingleton<HideCommentHandler>()
        .AddSingleton<RestoreCommentHandler>()
        .AddSingleton<SuspendMemberHandler>()
        .AddSingleton<ReinstateMemberHandler>();
}
