using StudyGroup.Shared;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>Who leads or a moderator ends the session.</summary>
public sealed record EndLiveSession(Guid SessionId);

public sealed class EndLiveSessionHandler(SessionDecision decision)
{
    public Task<Result> HandleAsync(EndLiveSession request, CurrentMember member, CancellationToken cancellationToken) => decision.DecideAsync(
        request.SessionId,
        LiveSessionEvents.Closed,
        Permission.Discuss,
        member,
        (moment, _) =>
        {
            if (moment.Session.FacilitatorId != member.AccountId && !GroupPolicy.Allows(Permission.Moderate, moment.Member.Role, moment.Member.Status))
                return Task.FromResult<Error?>(LiveSessionErrors.NotYoursToEnd);

            moment.Session.End(moment.Now);
            return Task.FromResult<Error?>(null);
        },
        cancellationToken);
}
